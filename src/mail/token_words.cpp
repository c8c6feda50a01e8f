#include "mail/token_words.hpp"

namespace dsk::mail {
namespace {

// clang-format off
constexpr std::string_view kHosts[] = {
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "io", "dev", "app", "cloud", "ai",
    "eu", "de", "at", "ch", "fr", "es", "it", "pt", "nl", "be", "lu", "pl", "se", "dk", "no", "fi",
    "uk", "ie", "us", "ca", "au", "nz", "jp", "cn", "kr", "in", "br", "mx", "ar", "ru", "ua", "cz",
    "sk", "hu", "ro", "bg", "gr", "tr", "il", "za", "me", "tv", "cc", "co", "ly", "gl", "online",
    "shop", "site", "store", "tech", "test", "example", "local", "localhost", "lan", "internal",
    "invalid", "arpa",
};
constexpr std::string_view kFiles[] = {
    "exe", "msi", "dll", "sys", "bat", "cmd", "ps1", "sh", "bin", "dmg", "pkg", "deb", "rpm", "apk",
    "ipa", "iso", "img", "zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "tar", "pdf", "doc", "docx",
    "xls", "xlsx", "ppt", "pptx", "odt", "ods", "csv", "txt", "log", "md", "rtf", "xml", "json",
    "yaml", "yml", "toml", "ini", "cfg", "conf", "config", "reg", "plist", "html", "htm", "css",
    "js", "ts", "php", "asp", "aspx", "jsp", "py", "rb", "pl", "java", "jar", "class", "c", "h",
    "cpp", "hpp", "cs", "go", "rs", "swift", "sql", "db", "sqlite", "bak", "tmp", "dmp", "png",
    "jpg", "jpeg", "gif", "bmp", "svg", "webp", "ico", "mp3", "mp4", "wav", "avi", "mov", "mkv",
    "pst", "ost", "eml", "msg", "ics", "vcf", "pem", "crt", "cer", "key", "pfx", "p12", "lic",
    "so", "dylib", "service", "lock", "env", "har", "evtx", "etl",
};
constexpr std::string_view kModifiers[] = {
    "ctrl", "control", "strg", "alt", "option", "opt", "shift", "cmd", "command", "win", "windows",
    "meta", "super", "fn", "altgr", "umschalt",
};
constexpr std::string_view kKeys[] = {
    "ctrl", "control", "strg", "alt", "option", "opt", "shift", "cmd", "command", "win", "windows",
    "meta", "super", "fn", "altgr", "esc", "escape", "enter", "return", "tab", "del", "delete",
    "ins", "insert", "home", "end", "pgup", "pgdn", "pageup", "pagedown", "space", "spacebar",
    "backspace", "up", "down", "left", "right", "prtsc", "prtscn", "printscreen", "pause", "break",
    "plus", "minus", "entf", "umschalt", "click", "drag",
};
constexpr std::string_view kPlaceholders[] = {
    "name", "customer", "customer name", "agent", "agent name", "date", "time", "insert", "your name",
    "first name", "last name", "firstname", "lastname", "full name", "ticket", "ticket number",
    "ticket id", "order", "order number", "order id", "company", "company name", "link", "product",
    "product name", "username", "user name", "email", "email address", "phone", "phone number",
    "signature", "your signature", "number", "amount", "address", "issue", "version", "reason",
    "title", "url", "here", "xxx", "xx", "tbd", "name here", "your title", "your company",
    "topic", "device", "kb article",
};
constexpr std::string_view kFieldOwners[] = {
    "case", "ticket", "order", "customer", "client", "agent", "manager", "invoice", "delivery",
    "appointment", "tracking", "reference", "contract", "first", "last", "full", "company", "requester",
    "contact", "technician", "engineer", "colleague", "due", "refund", "booking", "claim", "visit",
};
constexpr std::string_view kLabelVerbs[] = {
    "click", "clicking", "press", "pressing", "select", "selecting", "choose", "choosing", "tap",
    "tapping", "open", "hit", "pick", "tick", "untick", "uncheck", "enable", "disable",
    "toggle", "says", "labeled", "labelled", "called", "named",
};
constexpr std::string_view kLabelNouns[] = {
    "button", "tab", "menu", "option", "dialog", "window", "page", "field", "checkbox", "box",
    "link", "icon", "section", "screen", "setting", "settings", "folder", "tile", "panel", "item",
    "column", "entry", "key", "error", "message", "file", "app", "view", "pane", "list",
};
// clang-format on

constexpr WordTable kHostTable(kHosts);
constexpr WordTable kFileTable(kFiles);
constexpr WordTable kModifierTable(kModifiers);
constexpr WordTable kKeyTable(kKeys);
constexpr WordTable kPlaceholderTable(kPlaceholders);
constexpr WordTable kFieldOwnerTable(kFieldOwners);
constexpr WordTable kLabelVerbTable(kLabelVerbs);
constexpr WordTable kLabelNounTable(kLabelNouns);

}  // namespace

Words host_endings() { return kHostTable; }
Words file_endings() { return kFileTable; }
Words key_names() { return kKeyTable; }
Words modifier_names() { return kModifierTable; }
Words placeholder_words() { return kPlaceholderTable; }
Words field_owners() { return kFieldOwnerTable; }
Words label_verbs() { return kLabelVerbTable; }
Words label_nouns() { return kLabelNounTable; }

}  // namespace dsk::mail

#include "mail/zone_words.hpp"

namespace dsk::mail {
namespace {

struct FieldWord {
  std::string_view name;
  FieldRole role;
};
struct Weighed {
  std::string_view words;
  int weight;
};

// clang-format off

constexpr std::string_view kWrote[] = {
    "wrote", "writes", "said", "has written", "replied", "commented", "schrieb", "schrieben", "geschrieben", "schreibt",
    "a écrit", "a ecrit", "écrit", "écrivait", "a wrote", "escribió", "escribio", "escribe",
    "va escriure", "escriviu", "escreveu", "escreve", "ha scritto", "scrive", "scritto", "schreef",
    "geschreven", "schreven", "napisał", "napisała", "napisał(a)", "napisal(a)", "napisano",
    "napisana przez", "pisze", "skrev", "skreiv", "har skrevet", "のメール", "書きました", "さんのメッセージ",
    "は書き込みました", "写道", "寫道", "编写", "写到", "작성", "썼습니다", "님이", "написал", "написала", "написал(а)",
    "пишет", "писал", "написав", "написала", "пише", "kirjoitti", "napsal", "napsala", "napsal(a)",
    "napísal", "írta", "ezt írta", "yazdı", "şunu yazdı", "a scris", "je napisao", "napisao je",
    "napisala", "έγραψε", "đã viết", "menulis", "kirjutas", "rakstīja", "rašė", "כתב", "כתבה", "написа", "piše",
};

constexpr Weighed kOpeners[] = {
    {"on ", 1}, {"at ", 1}, {"in a message dated ", 1}, {"in article ", 1}, {"in message ", 1},
    {"quoting ", 2}, {"your message of ", 1}, {"am ", 1}, {"zitat von ", 2}, {"den ", 1},
    {"der ", 1}, {"vom ", 1}, {"le ", 1}, {"citant ", 2}, {"el ", 1}, {"a les ", 1}, {"em ", 1},
    {"no dia ", 1}, {"citando ", 2}, {"il ", 1}, {"il giorno ", 1}, {"alle ", 1}, {"in data ", 1},
    {"op ", 1}, {"w dniu ", 1}, {"dnia ", 1}, {"wiadomość napisana", 1}, {"cytowanie ", 2},
    {"på ", 1}, {"kl. ", 1}, {"kl ", 1}, {"pe ", 1}, {"la ", 1}, {"dne ", 1}, {"v ", 1}, {"в ", 1},
    {"dana ", 1}, {"vào ", 1}, {"pada ", 1}, {"στις ", 1}, {"missatge de ", 2}, {"kuupäev ", 1}, {"mån", 1}, {"tis", 1}, {"ons", 1},
    {"tors", 1}, {"fre", 1}, {"lör", 1}, {"sön", 1}, {"man", 1}, {"tir", 1}, {"lør", 1}, {"søn", 1},
    {"在 ", 1}, {"於 ", 1},
};

constexpr FieldWord kFields[] = {
    {"from", FieldRole::from}, {"to", FieldRole::to}, {"cc", FieldRole::copy},
    {"bcc", FieldRole::copy}, {"sent", FieldRole::date}, {"date", FieldRole::date},
    {"subject", FieldRole::subject}, {"reply-to", FieldRole::other}, {"reply to", FieldRole::other},
    {"organization", FieldRole::other}, {"organisation", FieldRole::other},
    {"importance", FieldRole::other}, {"priority", FieldRole::other},
    {"attachments", FieldRole::other}, {"attachment", FieldRole::other},
    {"sent by", FieldRole::from}, {"received", FieldRole::date}, {"message-id", FieldRole::other},
    {"newsgroups", FieldRole::to}, {"on behalf of", FieldRole::other}, {"sender", FieldRole::from},
    {"sent on", FieldRole::date}, {"von", FieldRole::from}, {"gesendet", FieldRole::date},
    {"gesendet am", FieldRole::date}, {"datum", FieldRole::date}, {"an", FieldRole::to},
    {"kopie", FieldRole::copy}, {"betreff", FieldRole::subject}, {"betrifft", FieldRole::subject},
    {"wichtigkeit", FieldRole::other}, {"priorität", FieldRole::other},
    {"anlagen", FieldRole::other}, {"antwort an", FieldRole::other}, {"de", FieldRole::from},
    {"envoyé", FieldRole::date}, {"envoyé le", FieldRole::date}, {"envoyé par", FieldRole::from},
    {"expéditeur", FieldRole::from}, {"expédié", FieldRole::date},
    {"date d'envoi", FieldRole::date}, {"message du", FieldRole::date}, {"à", FieldRole::to},
    {"a", FieldRole::to}, {"destinataire", FieldRole::to}, {"destinataires", FieldRole::to},
    {"copie à", FieldRole::copy}, {"copie", FieldRole::copy}, {"objet", FieldRole::subject},
    {"sujet", FieldRole::subject}, {"répondre à", FieldRole::other},
    {"pièces jointes", FieldRole::other}, {"enviado", FieldRole::date},
    {"enviado el", FieldRole::date}, {"enviado em", FieldRole::date},
    {"enviada em", FieldRole::date}, {"enviada", FieldRole::date}, {"fecha", FieldRole::date},
    {"fecha de envío", FieldRole::date}, {"para", FieldRole::to}, {"asunto", FieldRole::subject},
    {"assunto", FieldRole::subject}, {"data", FieldRole::date}, {"responder a", FieldRole::other},
    {"da", FieldRole::from}, {"inviato", FieldRole::date}, {"inviato il", FieldRole::date},
    {"oggetto", FieldRole::subject}, {"per", FieldRole::to}, {"mittente", FieldRole::from},
    {"rispondi a", FieldRole::other}, {"risposta", FieldRole::other},
    {"destinatario", FieldRole::to}, {"van", FieldRole::from}, {"verzonden", FieldRole::date},
    {"verstuurd", FieldRole::date}, {"aan", FieldRole::to}, {"onderwerp", FieldRole::subject},
    {"afzender", FieldRole::from}, {"antwoord aan", FieldRole::other}, {"od", FieldRole::from},
    {"wysłano", FieldRole::date}, {"wysłane", FieldRole::date}, {"data wysłania", FieldRole::date},
    {"do", FieldRole::to}, {"dw", FieldRole::copy}, {"temat", FieldRole::subject},
    {"nadawca", FieldRole::from}, {"adresat", FieldRole::to}, {"från", FieldRole::from},
    {"skickat", FieldRole::date}, {"skickad", FieldRole::date}, {"till", FieldRole::to},
    {"ämne", FieldRole::subject}, {"kopia", FieldRole::copy}, {"fra", FieldRole::from},
    {"sendt", FieldRole::date}, {"dato", FieldRole::date}, {"til", FieldRole::to},
    {"emne", FieldRole::subject}, {"差出人", FieldRole::from}, {"送信者", FieldRole::from},
    {"送信元", FieldRole::from}, {"送信日時", FieldRole::date}, {"日時", FieldRole::date},
    {"日付", FieldRole::date}, {"送信日", FieldRole::date}, {"宛先", FieldRole::to},
    {"件名", FieldRole::subject}, {"返信先", FieldRole::other}, {"发件人", FieldRole::from},
    {"寄件者", FieldRole::from}, {"寄件人", FieldRole::from}, {"发送时间", FieldRole::date},
    {"日期", FieldRole::date}, {"寄件日期", FieldRole::date}, {"发送日期", FieldRole::date},
    {"收件人", FieldRole::to}, {"收件者", FieldRole::to}, {"抄送", FieldRole::copy},
    {"主题", FieldRole::subject}, {"主旨", FieldRole::subject}, {"보낸 사람", FieldRole::from},
    {"보낸사람", FieldRole::from}, {"보낸 날짜", FieldRole::date}, {"날짜", FieldRole::date},
    {"받는 사람", FieldRole::to}, {"받는사람", FieldRole::to}, {"제목", FieldRole::subject},
    {"от", FieldRole::from}, {"отправлено", FieldRole::date}, {"дата", FieldRole::date},
    {"кому", FieldRole::to}, {"копия", FieldRole::copy}, {"тема", FieldRole::subject},
    {"від", FieldRole::from}, {"надіслано", FieldRole::date}, {"копія", FieldRole::copy},
    {"lähettäjä", FieldRole::from}, {"lähetetty", FieldRole::date}, {"päivämäärä", FieldRole::date},
    {"vastaanottaja", FieldRole::to}, {"aihe", FieldRole::subject}, {"odesláno", FieldRole::date},
    {"komu", FieldRole::to}, {"předmět", FieldRole::subject}, {"odesílatel", FieldRole::from},
    {"predmet", FieldRole::subject}, {"odoslané", FieldRole::date}, {"feladó", FieldRole::from},
    {"küldve", FieldRole::date}, {"címzett", FieldRole::to}, {"tárgy", FieldRole::subject},
    {"dátum", FieldRole::date}, {"kimden", FieldRole::from}, {"gönderen", FieldRole::from},
    {"gönderildi", FieldRole::date}, {"tarih", FieldRole::date}, {"kime", FieldRole::to},
    {"konu", FieldRole::subject}, {"de la", FieldRole::from}, {"trimis", FieldRole::date},
    {"către", FieldRole::to}, {"subiect", FieldRole::subject}, {"από", FieldRole::from},
    {"στάλθηκε", FieldRole::date}, {"προς", FieldRole::to}, {"θέμα", FieldRole::subject},
    {"enviat", FieldRole::date}, {"assumpte", FieldRole::subject}, {"šalje", FieldRole::from},
    {"poslano", FieldRole::date}, {"za", FieldRole::to}, {"poslato", FieldRole::date},
    {"prima", FieldRole::to}, {"zadeva", FieldRole::subject}, {"elküldve", FieldRole::date},
    {"од", FieldRole::from}, {"послато", FieldRole::date}, {"за", FieldRole::to},
    {"изпратено", FieldRole::date}, {"до", FieldRole::to}, {"относно", FieldRole::subject},
    {"enviat el", FieldRole::date}, {"per a", FieldRole::to}, {"nuo", FieldRole::from},
    {"išsiųsta", FieldRole::date}, {"kam", FieldRole::to}, {"tema", FieldRole::subject},
    {"no", FieldRole::from}, {"nosūtīts", FieldRole::date}, {"temats", FieldRole::subject},
    {"saatja", FieldRole::from}, {"saadetud", FieldRole::date}, {"adressaat", FieldRole::to},
    {"teema", FieldRole::subject}, {"מאת", FieldRole::from}, {"נשלח", FieldRole::date},
    {"תאריך", FieldRole::date}, {"אל", FieldRole::to}, {"נושא", FieldRole::subject},
    {"من", FieldRole::from}, {"تم الإرسال", FieldRole::date}, {"التاريخ", FieldRole::date},
    {"إلى", FieldRole::to}, {"الموضوع", FieldRole::subject}, {"từ", FieldRole::from},
    {"đã gửi", FieldRole::date}, {"ngày", FieldRole::date}, {"đến", FieldRole::to},
    {"chủ đề", FieldRole::subject}, {"dari", FieldRole::from}, {"dikirim", FieldRole::date},
    {"terkirim", FieldRole::date}, {"tanggal", FieldRole::date}, {"kepada", FieldRole::to},
    {"subjek", FieldRole::subject}, {"perihal", FieldRole::subject}, {"จาก", FieldRole::from},
    {"ส่ง", FieldRole::date}, {"ถึง", FieldRole::to}, {"เรื่อง", FieldRole::subject},
};

constexpr std::string_view kOriginal[] = {
    "original message", "original mail", "original email", "reply message", "previous message",
    "original appointment", "reply separator", "begin original message", "message original",
    "ursprüngliche nachricht", "ursprungliche nachricht", "originalnachricht", "original-nachricht",
    "ursprüngliche mail", "message d'origine", "message original", "message initial",
    "courriel original", "mensaje original", "mensagem original", "messaggio originale",
    "messaggio original", "oorspronkelijk bericht", "origineel bericht", "originele bericht",
    "oorspronkelijke bericht", "wiadomość oryginalna", "oryginalna wiadomość",
    "wiadomosc oryginalna", "oryginalny list", "ursprungligt meddelande", "originalmeddelande",
    "originalmeddelelse", "ursprungligt mail", "oprindelig meddelelse", "original meddelelse",
    "oprindelig besked", "opprinnelig melding", "元のメッセージ", "オリジナルメッセージ", "元のメール", "原始邮件", "原始郵件",
    "原始信件", "원본 메시지", "원본 메일", "исходное сообщение", "оригинальное сообщение",
    "пересылаемое сообщение", "původní zpráva", "pôvodná správa", "alkuperäinen viesti",
    "eredeti üzenet", "orijinal mesaj", "özgün ileti", "mesaj original", "αρχικό μήνυμα",
    "missatge original", "izvorna poruka", "izvorno sporočilo", "ursprünglicher termin", "邮件原件",
    "оригинално съобщение", "algne kiri",
};

constexpr std::string_view kForwarded[] = {
    "forwarded message", "forwarded by", "forwarded mail", "forwarded email",
    "begin forwarded message", "forwarded letter", "end forwarded message",
    "start of forwarded message", "weitergeleitete nachricht", "weitergeleitet von",
    "weitergeleitete mail", "forwarded", "message transféré", "message transmis",
    "message réexpédié", "mensaje reenviado", "mensagem encaminhada", "mensagem reencaminhada",
    "messaggio inoltrato", "doorgestuurd bericht", "doorgestuurde bericht", "wiadomość przekazana",
    "przekazana wiadomość", "treść przekazanej wiadomości", "vidarebefordrat meddelande",
    "vidarebefordrat brev", "videresendt meddelelse", "videresendt besked", "videresendt melding",
    "転送されたメッセージ", "転送メッセージ", "转发的邮件", "转发邮件", "轉寄的郵件", "전달된 메시지", "пересланное сообщение",
    "пересылаемое сообщение", "přeposlaná zpráva", "välitetty viesti", "továbbított üzenet",
    "yönlendirilen ileti", "iletilmiş ileti", "iletilen ileti", "перенаправленное сообщение",
    "přeposílaná zpráva", "továbbított levél", "missatge reenviat", "preposlana poruka",
};

constexpr std::string_view kForwardOpeners[] = {
    "begin forwarded message:", "anfang der weitergeleiteten nachricht:",
    "anfang der weitergeleiteten e-mail:", "début du message réexpédié :",
    "début du message réexpédié:", "début du message transféré :", "début du message transféré:",
    "inicio del mensaje reenviado:", "início da mensagem reencaminhada:",
    "início da mensagem encaminhada:", "inizio messaggio inoltrato:", "begin doorgestuurd bericht:",
    "początek przekazanej wiadomości:", "początek przekazywanej wiadomości:",
    "vidarebefordrat brev:", "vidarebefordrat mejl:", "start på videresendt besked:",
    "start på videresendt meddelelse:", "začátek přeposílané zprávy:", "以下是转发的邮件:",
    "下面是被转发的邮件:", "начало переадресованного сообщения:", "начало переадресованного письма:",
    "începutul mesajului redirecționat:",
};

constexpr std::string_view kReplyMarkers[] = {
    "above this line", "type your reply above this line", "reply above this line", "enter your text above this line", "write above this line",
    "reply above the line", "please reply above this line", "please type your reply above",
    "respond above this line", "do not edit below this line", "do not write below this line", "do not reply below this line",
    "write your reply above", "add your reply above", "enter your reply above",
    "reply above the dotted line", "to reply, enter your text above", "please do not write below",
    "your reply above this", "bitte antworten sie oberhalb dieser linie",
    "über dieser zeile antworten", "oberhalb dieser zeile",
    "bitte geben sie ihre antwort über dieser zeile ein", "au-dessus de cette ligne",
    "escriba su respuesta por encima de esta línea", "responda por encima de esta línea",
    "responda acima desta linha", "rispondi sopra questa riga",
    "digita la risposta sopra questa riga", "typ uw antwoord boven deze regel",
    "odpowiedz powyżej tej linii", "skriv ditt svar ovanför", "svar ovenfor denne linje",
    "この行より上に返信",
};

constexpr Weighed kDeviceFooters[] = {
    {"sent from my ", 1}, {"sent from a ", 3}, {"sent from ", 3}, {"sent via ", 1}, {"sent with ", 1},
    {"sent using ", 1}, {"get outlook for ", 1}, {"get bluemail for ", 1}, {"sent on the go", 1},
    {"sent on the move", 1}, {"typed on ", 1}, {"on the go with ", 1}, {"written on my ", 1},
    {"sent by mobile", 1}, {"get typeapp for ", 1}, {"yahoo mail: ", 1}, {"von meinem ", 2},
    {"von meiner ", 2}, {"von unterwegs gesendet", 1}, {"mobil gesendet", 1},
    {"unterwegs gesendet", 1}, {"gesendet vom ", 1}, {"gesendet von ", 1}, {"gesendet mit ", 1},
    {"diese nachricht wurde von meinem ", 2}, {"diese e-mail wurde von meinem ", 2},
    {"diese mail wurde von meinem ", 2}, {"gesendet über ", 1}, {"holen sie sich outlook", 1},
    {"outlook für ", 1}, {"outlook for ", 1}, {"envoyé de mon ", 1}, {"envoyé depuis ", 1},
    {"envoyé à partir de ", 1}, {"envoyé avec ", 1}, {"télécharger outlook ", 1},
    {"obtenez outlook ", 1}, {"obtenir outlook ", 1}, {"envoyé via ", 1}, {"envoyé par mon ", 1},
    {"enviado desde ", 1}, {"enviado de mi ", 1}, {"enviado do ", 1},
    {"enviado a partir ", 1}, {"enviado via ", 1}, {"enviado con ", 1}, {"obtener outlook ", 1},
    {"obter o outlook ", 1}, {"baixar o outlook ", 1}, {"enviado por ", 1},
    {"enviado através ", 1}, {"enviado pelo ", 1}, {"inviato da ", 1}, {"inviato dal ", 1},
    {"inviato con ", 1}, {"scarica outlook ", 1}, {"ottieni outlook ", 1},
    {"verzonden vanaf ", 1}, {"verstuurd vanaf ", 1}, {"verzonden met ", 1},
    {"verzonden via ", 1}, {"outlook voor ", 1}, {"download outlook voor ", 1},
    {"verstuurd met ", 1}, {"verzonden door ", 1}, {"wysłane z ", 1}, {"wysłano z ", 1},
    {"wysłane przez ", 1}, {"pobierz program outlook ", 1}, {"pobierz aplikację outlook ", 1},
    {"uzyskaj program outlook ", 1}, {"pobierz outlook ", 1}, {"skickat från ", 1},
    {"skickades från ", 1}, {"hämta outlook ", 1}, {"skaffa outlook ", 1}, {"skickat med ", 1},
    {"sendt fra ", 1}, {"hent outlook ", 1}, {"få outlook for ", 1}, {"sendt med ", 1},
    {"send fra min", 1}, {"iphoneから送信", 1}, {"ipadから送信", 1}, {"androidから送信", 1},
    {"私のiphoneから送信", 1}, {"outlook for iosを", 1}, {"windows 版のメールから送信", 1}, {"发自我的", 1},
    {"從我的", 1}, {"从我的", 1}, {"寄自我的", 1}, {"나의 iphone에서", 1}, {"отправлено с ", 1},
    {"отправлено из ", 1}, {"скачать outlook ", 1}, {"надіслано з ", 1}, {"изпратено от моя", 1},
    {"lähetetty ", 1}, {"hanki outlook ", 1}, {"odesláno z ", 1}, {"odoslané z ", 1},
    {"poslano s ", 1}, {"poslano z ", 1}, {"elküldve az ", 1}, {"iphone-ról küldve", 1},
    {"iphone'umdan gönderildi", 1}, {"trimis de pe ", 1}, {"στάλθηκε από ", 1},
    {"enviat des d", 1}, {"נשלח מה-iphone", 1}, {"نُرسلت من ", 1}, {"أُرسلت من ", 1},
    {"đã gửi từ ", 1}, {"dikirim dari ", 1},
};
constexpr std::string_view kDevices[] = {
    "mobile", "phone", "smartphone", "iphone", "ipad", "tablet", "device", "handset", "android",
    "galaxy", "laptop", "watch",
};
constexpr std::string_view kExcuses[] = {
    "brevity", "typos", "excuse", "forgive", "tippfehler", "excuser", "fautes", "disculpe",
    "disculpa", "errori",
};

constexpr Weighed kListFooters[] = {
    {"mailing list", 1}, {"mailman/listinfo", 1}, {"to unsubscribe", 2},
    {"unsubscribe from this", 1}, {"unsubscribe:", 1}, {"/unsubscribe", 1},
    {"you received this message because you are subscribed", 2},
    {"you are receiving this because", 2}, {"you're receiving this", 1},
    {"you are receiving this e-mail because", 1}, {"you are receiving this email because", 1},
    {"you received this email because", 2}, {"reply to this email directly", 2},
    {"reply to this message directly", 1}, {"view it on github", 1}, {"view it on gitlab", 1},
    {"view this message in", 1}, {"manage your notification", 1},
    {"change your delivery settings", 1}, {"to view this discussion", 2},
    {"to respond, reply to this email", 2}, {"to respond to the post", 1},
    {"visit topic or reply to this email", 1}, {"to stop receiving", 1},
    {"this email was sent to", 2}, {"this e-mail was sent to", 2}, {"ref:_", 2}, {"[ref:", 2},
    {"virus-free.", 2}, {"this email has been checked for viruses", 2},
    {"this email has been scanned", 2}, {"this message has been scanned", 2}, {"scanned by", 1},
    {"avast", 1}, {"no virus found", 2}, {"checked by avg", 1}, {"this email is a service from", 2},
    {"ticket id:", 2}, {"das zentrum für e-mail-sicherheit", 1},
    {"diese e-mail wurde von avast", 2}, {"viren geprüft", 1}, {"garanti sans virus", 1},
    {"libre de virus", 1}, {"virus-free", 1}, {"virenfrei", 1}, {"privo di virus", 1},
    {"do you yahoo", 1}, {"get your free", 1}, {"powered by ", 3},
    {"delivered by ", 3}, {"view request · ", 2}, {"this is shared with ", 3},
    {"how would you rate the support", 2}, {"please rate our s", 1}, {"rate my support", 1},
    {"this is an automated ", 2}, {"this message has been automatically", 2},
    {"you have received this notification", 2}, {"notification preferences", 1}, {"this is an automatic", 2}, {"notification-only", 1},
    {"do not reply to this e", 2}, {"do not reply directly", 1}, {"all rights reserved", 2},
    {"ticket-id:", 2}, {"ticket closed automatically", 2}, {"you're receiving", 1},
    {"you are receiving", 1}, {"you received this", 1}, {"manage preferences", 1},
    {"manage your subscription", 1}, {"unsubscribe", 1}, {"diese e-mail wurde automatisch", 2},
    {"diese nachricht wurde automatisch", 2}, {"bitte antworten sie nicht auf diese", 2},
    {"ne pas répondre à ce", 2}, {"se désabonner", 1}, {"darse de baja", 1}, {"abmelden", 1},
};

constexpr Weighed kTicketLabels[] = {
    {"ticket", 2}, {"case", 2}, {"request", 2}, {"reference", 2}, {"ref", 2}, {"incident", 2},
    {"vorgang", 2}, {"status", 1}, {"state", 1}, {"priority", 1}, {"queue", 1}, {"category", 1},
    {"assigned to", 1}, {"assignee", 1}, {"owner", 1}, {"created", 1}, {"opened", 1},
    {"updated", 1}, {"due", 1}, {"department", 1}, {"type", 1}, {"link", 1}, {"priorität", 1},
    {"bearbeiter", 1}, {"short description", 1}, {"description", 1}, {"subject", 1}, {"summary", 1},
    {"author", 1}, {"requestor", 1}, {"requester", 1}, {"caller", 1}, {"number", 2}, {"url", 1},
    {"beschreibung", 1}, {"betreff", 1}, {"kategorie", 1}, {"antragsteller", 1}, {"titel", 1},
    {"titre", 1}, {"statut", 1}, {"demandeur", 1}, {"priorité", 1}, {"catégorie", 1},
};

constexpr Weighed kLooks[] = {
    {"red", kRed}, {"orange", kOrange}, {"yellow", kYellow}, {"green", kGreen}, {"blue", kBlue},
    {"purple", kPurple}, {"colour", kAnyColour}, {"color", kAnyColour}, {"bold", kBold},
    {"rot", kRed}, {"roter", kRed}, {"gelb", kYellow}, {"grün", kGreen}, {"grüner", kGreen},
    {"blau", kBlue}, {"blauer", kBlue}, {"lila", kPurple}, {"farbe", kAnyColour}, {"fett", kBold},
    {"rouge", kRed}, {"jaune", kYellow}, {"vert", kGreen}, {"bleu", kBlue}, {"violet", kPurple},
    {"couleur", kAnyColour}, {"gras", kBold}, {"rojo", kRed}, {"naranja", kOrange},
    {"amarillo", kYellow}, {"verde", kGreen}, {"azul", kBlue}, {"morado", kPurple},
    {"negrita", kBold}, {"rosso", kRed}, {"giallo", kYellow}, {"blu", kBlue},
    {"grassetto", kBold}, {"rood", kRed}, {"geel", kYellow}, {"groen", kGreen}, {"blauw", kBlue},
    {"kleur", kAnyColour}, {"vet", kBold}, {"vermelho", kRed}, {"amarelo", kYellow},
    {"negrito", kBold},
};
constexpr std::string_view kLookPrepositions[] = {"in", "en", "em"};
constexpr std::string_view kAnswers[] = {
    "answer", "answers", "answered", "reply", "replies", "replied", "response", "responses",
    "responded", "comment", "comments", "commented", "antwort", "antworten", "beantwortet",
    "kommentare", "anmerkungen", "réponse", "réponses", "répondu", "commentaires", "respuesta",
    "respuestas", "respondido", "comentarios", "risposta", "risposte", "risposto", "commenti",
    "antwoord", "antwoorden", "beantwoord", "opmerkingen", "resposta", "respostas", "comentários",
};
constexpr std::string_view kYour[] = {"your", "ihre", "ihren", "deine", "eure", "vos", "votre",
                                      "tes", "sus", "tus", "su", "tu", "tue", "sue", "vostre", "uw",
                                      "jouw", "je", "suas", "sua", "their", "her", "his"};

constexpr std::string_view kBelow[] = {
    "below", "inline", "in-line", "in the text", "unten", "darunter", "direkt in", "im text", "ci-dessous", "en dessous",
    "abajo", "más abajo", "sotto", "hieronder", "onder", "abaixo",
};
constexpr std::string_view kChats[] = {
    "chat", "chats", "transcript", "conversation", "messenger", "whatsapp", "slack",
    "chatverlauf", "gespräch", "gesprächsverlauf", "unterhaltung", "clavardage", "conversación",
    "conversazione", "gesprek", "conversa",
};

constexpr std::string_view kOutputs[] = {
    "log", "logs", "error", "errors", "output", "journal", "trace", "message", "result", "says", "shows",
    "prints", "printed", "returns", "fehler", "fehlermeldung", "meldung", "ausgabe", "protokoll",
    "erreur", "sortie", "affiche",
};

constexpr std::string_view kClosings[] = {
    "best regards", "kind regards", "warm regards", "kindest regards", "warmest regards",
    "with regards", "with kind regards", "with best regards", "regards", "rgds", "br", "kr",
    "brgds", "best", "best wishes", "all the best", "many thanks", "thanks", "thank you",
    "thanks a lot", "thanks in advance", "thanks again", "thanks so much", "thank you very much",
    "thx", "cheers", "sincerely", "sincerely yours", "yours sincerely", "yours faithfully",
    "yours truly", "yours", "respectfully", "cordially", "take care", "talk soon", "with thanks",
    "thanks and regards", "thanks & regards", "warmly", "kind wishes", "warm wishes",
    "with best wishes", "with kind wishes", "with warm wishes", "with warm regards", "with appreciation",
    "have a great day", "have a nice day", "have a good day", "mit freundlichen grüßen",
    "mit freundlichen grüssen", "mit freundlichem gruß", "freundliche grüße", "freundliche grüsse",
    "viele grüße", "viele grüsse", "liebe grüße", "beste grüße", "schöne grüße", "herzliche grüße",
    "mit besten grüßen", "mit lieben grüßen", "gruß", "grüße", "mfg", "vg", "lg", "danke",
    "vielen dank", "besten dank", "cordialement", "bien cordialement", "très cordialement",
    "bien à vous", "cdlt", "cdt", "salutations", "meilleures salutations", "sincères salutations",
    "salutations distinguées", "merci", "merci d'avance", "bonne journée", "amicalement", "saludos",
    "un saludo", "saludos cordiales", "un cordial saludo", "cordialmente", "atentamente", "atte",
    "gracias", "muchas gracias", "atenciosamente", "att", "cumprimentos",
    "com os melhores cumprimentos", "melhores cumprimentos", "obrigado", "obrigada", "abraço",
    "abraços", "cordiali saluti", "distinti saluti", "saluti", "un saluto", "cordialità", "grazie",
    "grazie mille", "buona giornata", "met vriendelijke groet", "met vriendelijke groeten",
    "vriendelijke groet", "vriendelijke groeten", "mvg", "groet", "groeten", "hartelijke groet",
    "bedankt", "dank u", "pozdrawiam", "z poważaniem", "z wyrazami szacunku", "pozdrowienia",
    "serdecznie pozdrawiam", "dziękuję", "med vänliga hälsningar", "vänliga hälsningar",
    "med vänlig hälsning", "mvh", "hälsningar", "tack", "bästa hälsningar", "med venlig hilsen",
    "venlig hilsen", "vh", "hilsen", "mange hilsner", "med vennlig hilsen", "tak", "よろしくお願いいたします",
    "よろしくお願い致します", "以上", "敬具",
};

constexpr std::string_view kContactLabels[] = {
    "tel", "tel.", "telephone", "telefon", "telefono", "teléfono", "telefone", "téléphone", "tél",
    "tél.", "phone", "ph", "ph.", "p", "t", "m", "f", "e", "w", "mob", "mob.", "mobile", "mobil",
    "cell", "cell phone", "handy", "gsm", "fax", "direct", "direct line", "office", "work", "desk",
    "email", "e-mail", "mail", "web", "website", "www", "site", "skype", "twitter", "linkedin",
    "facebook", "address", "adresse", "toll free", "toll-free", "hotline", "support", "portable",
    "cellulare", "móvil", "komórka", "電話", "住所", "携帯", "ust-id", "ust-idnr", "ust-id-nr", "hrb",
    "amtsgericht", "handelsregister", "geschäftsführer", "sitz der gesellschaft", "registergericht",
    "vat", "kvk", "siret", "p.iva", "nip", "regon",
};

constexpr std::string_view kTitles[] = {
    "manager", "engineer", "director", "president", "ceo", "cto", "cfo", "coo", "founder",
    "consultant", "specialist", "analyst", "developer", "architect", "administrator",
    "representative", "assistant", "officer", "lead", "supervisor", "coordinator", "executive",
    "agent", "team", "department", "dept", "support", "helpdesk", "help desk", "service desk",
    "customer service", "customer care", "customer support", "customer success", "sales", "inc",
    "inc.", "llc", "ltd", "ltd.", "limited", "gmbh", "ag", "kg", "corp", "corp.", "corporation",
    "s.a.", "s.r.l.", "srl", "b.v.", "bv", "s.p.a.", "sarl", "sas", "ab", "aps", "oy", "pty", "plc",
    "sp. z o.o.", "co.", "company", "group", "solutions", "university", "institute", "street",
    "st.", "avenue", "ave", "road", "suite", "floor", "p.o. box", "straße", "strasse", "str.",
    "leiter", "leiterin", "geschäftsführer", "mitarbeiter", "kundendienst", "kundenservice",
    "abteilung", "responsable", "directeur", "ingénieur", "technicien", "gerente", "director",
    "ingeniero", "responsabile", "medewerker", "株式会社",
};

constexpr Weighed kLegal[] = {
    {"confidential", 1}, {"intended recipient", 2}, {"intended only for", 2},
    {"intended solely", 2}, {"solely for the use", 2}, {"solely intended", 2},
    {"for the sole use", 2}, {"addressee", 1}, {"in error", 1}, {"privileged", 1}, {"disclos", 1},
    {"disseminat", 1}, {"unauthori", 1}, {"strictly prohibited", 2}, {"delete it", 1},
    {"delete this", 1}, {"legally", 1}, {"liability", 1}, {"virus", 1}, {"disclaimer", 2},
    {"confidentiality notice", 3}, {"before printing", 2}, {"consider the environment", 3},
    {"think before you print", 3}, {"notify the sender", 2}, {"contact the sender", 1},
    {"do not necessarily", 1}, {"views expressed", 2}, {"opinions expressed", 2},
    {"registered office", 2}, {"registered in england", 3}, {"company number", 1},
    {"registered number", 1}, {"this e-mail and any", 2}, {"this email and any", 2},
    {"this message and any", 2}, {"this communication", 1}, {"any attachments", 1},
    {"attachments", 1}, {"copying", 1}, {"caution: this email originated", 3},
    {"external email", 2}, {"caution: external", 3}, {"do not click links", 1}, {"vertraulich", 1},
    {"rechtlich geschützt", 2}, {"nicht der richtige adressat", 3}, {"nicht der beabsichtigte", 2},
    {"irrtümlich", 2}, {"vernichten sie", 2}, {"unerlaubte", 1}, {"nicht gestattet", 1},
    {"weitergabe dieser", 2}, {"ausdruck dieser", 1}, {"umwelt", 1},
    {"informieren sie bitte sofort den absender", 2}, {"diese e-mail enthält", 2}, {"löschen", 1},
    {"handelsregister", 2}, {"amtsgericht", 2}, {"geschäftsführ", 1}, {"sitz der gesellschaft", 2},
    {"ust-id", 1}, {"confidentiel", 1}, {"destinataire", 1}, {"par erreur", 2},
    {"ce message et", 1}, {"pièces jointes", 1}, {"toute utilisation", 1},
    {"n'êtes pas le destinataire", 3}, {"usage exclusif", 1}, {"interdite", 1},
    {"avant d'imprimer", 3}, {"l'environnement", 1}, {"confidencial", 1}, {"destinatario", 1},
    {"por error", 2}, {"este mensaje", 1}, {"este correo", 1}, {"prohibid", 1},
    {"antes de imprimir", 3}, {"medio ambiente", 1}, {"aviso legal", 2}, {"protección de datos", 1},
    {"destinatário", 1}, {"por engano", 2}, {"esta mensagem", 1}, {"proibid", 1},
    {"aviso de confidencialidad", 2}, {"riservat", 1}, {"per errore", 2}, {"questo messaggio", 1},
    {"le informazioni contenute", 2}, {"cancellarlo", 1}, {"non siete il destinatario", 2},
    {"d.lgs", 2}, {"privacy", 1}, {"uso esclusivo", 1}, {"gdpr", 1}, {"vertrouwelijk", 1},
    {"geadresseerde", 2}, {"abusievelijk", 2}, {"ten onrechte", 1}, {"dit bericht", 1},
    {"deze e-mail", 1}, {"openbaarmaking", 1}, {"niet toegestaan", 1}, {"milieu", 1}, {"poufn", 2},
    {"adresat", 1}, {"omyłkowo", 2}, {"niniejsza wiadomość", 2}, {"zabronion", 1}, {"usunięcie", 1},
    {"krs", 1}, {"środowisk", 1}, {"konfidentiell", 2}, {"avsedd", 1}, {"av misstag", 2},
    {"detta meddelande", 1}, {"fortrolig", 2}, {"ved en fejl", 2}, {"denne e-mail", 1},
    {"denne meddelelse", 1}, {"tænk på miljøet", 3}, {"miljön", 1}, {"機密", 1}, {"誤って", 1},
    {"受信者", 1}, {"破棄", 1}, {"[external]", 3}, {"external sender", 3},
    {"you don't often get email from", 3}, {"from outside your organi", 2},
    {"from outside of the organi", 2}, {"achtung: externe", 3}, {"process your personal data", 2},
    {"personal data", 1}, {"privacy policy", 1}, {"datenschutz", 2}, {"personenbezogen", 1},
    {"información privilegiada", 2}, {"no es el destinatario", 2}, {"queda notificado", 2},
    {"informazioni riservate", 2}, {"destinata esclusivamente", 2}, {"treść tej wiadomości", 2},
    {"przeznaczone tylko dla", 2}, {"powiadomienie nadawcy", 2}, {"informação confidencial", 2},
    {"informações confidenciais", 2}, {"não for o destinatário", 2}, {"luottamuksellinen", 2},
    {"erehdyksessä", 2}, {"důvěrn", 2}, {"omylem", 2}, {"dôvern", 2}, {"omylom", 2},
    {"bizalmas", 2}, {"tévedés", 2}, {"confidențial", 2}, {"din greșeală", 2}, {"gizli", 1},
    {"yanlışlıkla", 2}, {"εμπιστευτικ", 2}, {"конфиденциальн", 2}, {"по ошибке", 2},
    {"конфіденційн", 2}, {"помилково", 2}, {"konfidensiell", 2}, {"ved en feil", 2}, {"기밀", 2},
    {"保密", 2}, {"机密", 2},
};

// clang-format on

constexpr Entry weighed(const Weighed& item) { return {item.words, item.weight}; }
constexpr Entry field(const FieldWord& word) { return {word.name, static_cast<int>(word.role)}; }

constexpr WordTable kLookTable(kLooks, weighed);
constexpr WordTable kLookPrepositionTable(kLookPrepositions);
constexpr WordTable kAnswerTable(kAnswers);
constexpr WordTable kYourTable(kYour);
constexpr WordTable kBelowTable(kBelow);
constexpr WordTable kChatTable(kChats);
constexpr WordTable kOutputTable(kOutputs);
constexpr WordTable kWroteTable(kWrote);
constexpr WordTable kOpenerTable(kOpeners, weighed);
constexpr WordTable kFieldTable(kFields, field);
constexpr WordTable kOriginalTable(kOriginal);
constexpr WordTable kForwardedTable(kForwarded);
constexpr WordTable kForwardOpenerTable(kForwardOpeners);
constexpr WordTable kReplyMarkerTable(kReplyMarkers);
constexpr WordTable kDeviceFooterTable(kDeviceFooters, weighed);
constexpr WordTable kDeviceTable(kDevices);
constexpr WordTable kExcuseTable(kExcuses);
constexpr WordTable kListFooterTable(kListFooters, weighed);
constexpr WordTable kTicketTable(kTicketLabels, weighed);
constexpr WordTable kClosingTable(kClosings);
constexpr WordTable kContactTable(kContactLabels);
constexpr WordTable kTitleTable(kTitles);
constexpr WordTable kLegalTable(kLegal, weighed);

}  // namespace

Words look_words() { return kLookTable; }
Words look_prepositions() { return kLookPrepositionTable; }
Words answer_words() { return kAnswerTable; }
Words your_words() { return kYourTable; }
Words below_words() { return kBelowTable; }
Words chat_words() { return kChatTable; }
Words output_words() { return kOutputTable; }
Words wrote_words() { return kWroteTable; }
Words attribution_openers() { return kOpenerTable; }
Words field_words() { return kFieldTable; }
Words original_words() { return kOriginalTable; }
Words forwarded_words() { return kForwardedTable; }
Words forward_openers() { return kForwardOpenerTable; }
Words reply_markers() { return kReplyMarkerTable; }
Words device_footers() { return kDeviceFooterTable; }
Words device_words() { return kDeviceTable; }
Words excuse_words() { return kExcuseTable; }
Words list_footers() { return kListFooterTable; }
Words ticket_labels() { return kTicketTable; }
Words closings() { return kClosingTable; }
Words contact_labels() { return kContactTable; }
Words title_words() { return kTitleTable; }
Words legal_words() { return kLegalTable; }

}  // namespace dsk::mail

#include <doctest/doctest.h>

#include <algorithm>

#include "own_text.hpp"

using dsk::mail::Document;
using dsk::mail::read_text;

namespace {
struct Case {
  const char* words;
  const char* kind;
};
}  // namespace

TEST_CASE("what was pasted is told from what was written") {
  const Case cases[] = {
      {"$ systemctl restart cups", "code"},
      {"ann@box:~$ ls -l", "code"},
      {"C:\\Users\\ann>ipconfig /all", "code"},
      {"    chmod 600 ~/.ssh/config", "code"},
      {"\tif (ready) { start(); }", "code"},
      {"int main() { return 0; }", "code"},
      {"<property name=\"x\">", "code"},
      {"max_size = 10", "code"},
      {"2024-03-05 10:12:13,004 ERROR [main] no route", "log"},
      {"[10:12:13] connected to 10.0.0.1", "log"},
      {"Mar  5 10:12:13 box kernel: usb 1-1: reset", "log"},
      {"\tat com.example.Main.run(Main.java:12)", "log"},
      {"Traceback (most recent call last):", "log"},
      {"java.lang.IllegalStateException: closed", "log"},
      {"   IPv4 Address. . . . . . . . . . . : 10.0.0.1", "log"},
      {" 2  gw (10.0.0.1)  0.41 ms  0.38 ms", "log"},
      {" 3  * * *", "log"},
      {"src/main.c:41:12: error: expected a semicolon", "log"},
      {"203.0.113.4 - - [16/Nov/2026:09:14:22 +0100] \"GET / HTTP/1.1\" 404", "log"},
      {"HTTP/1.1 302 Found", "log"},
      {";; ANSWER SECTION:", "log"},
      {"*/15 * * * * /usr/local/bin/sync", "code"},
      {"DISM /Online /Cleanup-Image /RestoreHealth", "code"},
      {"gzip \"$file\"", "code"},
      {"<a href=\"https://example.test\" target=\"_blank\">the portal</a>", "code"},
      {"reg add HKCU\\Software\\Acme /v Mode /t REG_DWORD /d 1 /f", "code"},
      {"sw-2#show interfaces status", "code"},
      {"core1(config-if)#no shutdown", "code"},
      {"   at Acme.Sync.Program.Main(String[] args)", "log"},
      {"#1 /var/www/html/index.php(12): load()", "log"},
      {"#2 {main}", "log"},
      {"goroutine 1 [running]:", "log"},
      {"E/AndroidRuntime: FATAL EXCEPTION: main", "log"},
      {"thread 'main' panicked at src/main.rs:14:10:", "log"},
      {"+ ~~~~~~~~~~~~~~~~", "log"},
      {"APP_URL=https://portal.example.test", "code"},
      {"npm ERR! code ERESOLVE", "code"},
      {"admin@core1> show interfaces terse", "code"},
      {"\t/src/agent/main.go:48", "log"},
      {"lib/import.rb:14:in `fetch': key not found", "log"},
      {"Pinging srv1 [10.1.4.20] with 32 bytes of data:", "log"},
      {"; <<>> DiG 9.18.28 <<>> example.test MX", "log"},
      {"1002;Lee;Ann;2026-11-16;12,50", "table"},
      {"-rw-r--r-- 1 ann ann 12 Mar  5 10:12 notes", "log"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.words);
    const Document mail = read_text(std::string("Look:\n\n") + one.words + "\n\nThat is it.\n");
    CHECK(kind_of(mail, one.words) == one.kind);
    CHECK(own_text(mail) == "Look:\nThat is it.\n");
  }
}

TEST_CASE("prose that looks technical is prose") {
  const char* const lines[] = {
      "Please restart the computer (twice); then call us.",
      "Error: the printer is out of paper.",
      "We open at 10:00 and close at 18:00.",
      "At 10:12 we restarted it.",
      "# of licences: five",
      "    An indented sentence is still a sentence of the author.",
      "Warning signs are on page 3.",
      "10:30 works for me.",
      "Best = cheapest, in this case.",
      "Import the file from the menu.",
      "I'd say $20 or $30.",
      "2 * 3 * 4 is 24.",
      "0171 555 0199",
      "Ann,Ben and Carl come;we have room.",
      "10:41: the train leaves.",
      "Phones /tablets are next.",
      "we use -finally- a new tool, and /etc is where it lives.",
      "Pinging the server works again.",
      "Windows Registry Editor version is what I need.",
      "#2 /etc is full again, sorry.",
      "Ticket#please add it to your answer",
      "at Main Street (our office), second floor",
      "see report.pdf:12 for the numbers",
      "COPY that",
      "ann.lee@example.test> wrote that it works",
      "At lines of text you need not look.",
      "I/O: the disk is slow.",
      "git is what we use for that",
  };
  for (const std::string line : lines) {
    CAPTURE(line);
    const Document mail = read_text("Hello.\n\n" + line + "\n\nBye for now.\n");
    CHECK((kind_of(mail, line) == "body" || kind_of(mail, line) == "heading"));
  }
}

TEST_CASE("a fence holds whatever it holds") {
  const Document mail = read_text("Try:\n\n```\n> not a quote\n-- \nFrom: a\n```\n\nDone.\n");
  CHECK(own_text(mail) == "Try:\nDone.\n");
  CHECK(kind_of(mail, "> not") == "code");
  CHECK(kind_of(mail, "From: a") == "code");
}

TEST_CASE("tables by bars and by tabs and by columns are tables") {
  CHECK(kind_of(read_text("x:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"), "| 1") == "table");
  CHECK(kind_of(read_text("x:\n\nname\tsize\nfoo\t12\nbar\t13\n"), "foo") == "table");
  CHECK(
      kind_of(read_text("x:\n\nname     size   date\nfoo      12     today\nbar      13     now\n"),
              "foo") == "table");
}

TEST_CASE("items and headings are kept apart from the body") {
  const Document mail = read_text(
      "## Steps\n\nDo this:\n- first\n  and more\n- second\n1. third\n\nSummary\n-------\nEnd.\n");
  CHECK(kind_of(mail, "## Steps") == "heading");
  CHECK(kind_of(mail, "Do this") == "body");
  CHECK(kind_of(mail, "and more") == "list");
  CHECK(kind_of(mail, "1. third") == "list");
  CHECK(kind_of(mail, "Summary") == "heading");
  CHECK(kind_of(mail, "End.") == "body");
}

TEST_CASE("what is pasted in a frame of BEGIN and END is nobody's words") {
  const auto own = [](const std::string& pasted) {
    return own_text(read_text("Look:\n\n" + pasted + "\n\nThat is it.\n"));
  };
  CHECK(own("-----BEGIN SAMPLE KEY-----\nA: first\n\nsome words here\n-----END SAMPLE KEY-----") ==
        "Look:\nThat is it.\n");
  const std::string open_frame = own("-----BEGIN SAMPLE KEY-----\nThis is mine.");
  CHECK(open_frame.find("This is mine.") != std::string::npos);
  // The words of a signed mail stand above the frame of its signature.
  const std::string signed_mail =
      own("-----BEGIN SIGNED NOTE-----\n\nThis is mine.\n"
          "-----BEGIN SEAL-----\n\niQEzBAEB\n-----END SEAL-----");
  CHECK(signed_mail.find("This is mine.") != std::string::npos);
  CHECK(signed_mail.find("iQEz") == std::string::npos);
}

TEST_CASE("lines that were pasted together are pasted as a whole") {
  const char* const blocks[] = {
      "Get-Service -Name Spooler | Stop-Service -Force\nRestart-Service Spooler\nGet-Printer",
      "SELECT id, name\n  FROM orders o\n WHERE o.customer = 4711\nORDER BY id",
      "UPDATE users SET locked = 0\n WHERE name = 'ann';",
      "C:\\> ping srv1\nPinging srv1.example.test [10.1.4.20] with 32 bytes of data:\n"
      "Reply from 10.1.4.20: bytes=32 time=1ms TTL=127\nRequest timed out.\n"
      "Reply from 10.1.4.20: bytes=32 time=1ms TTL=127",
      "ipconfig /release\nipconfig /renew",
      "    net stop spooler",
      "nslookup mail.example.test",
      "PermitRootLogin no\nPasswordAuthentication no\nAllowUsers ann ben",
      "services:\n  web:\n    image: \"nginx:1.27\"\n    ports:\n      - \"8080:80\"",
      "[network]\ntimeout=30\n; never touch this line\nretries=3",
      "Log Name:      Application\nEvent ID:      1000\nDescription:\nFaulting name: a.exe, 1.2",
      "Traceback (most recent call last):\n  File \"a.py\", line 4, in <module>\n"
      "RuntimeError: bad token, sorry",
      "550 5.1.1 <joe@example.test>: Recipient address rejected: User unknown",
      "D:\\share> dir",
      "=IFERROR(VLOOKUP(A2;Prices!A:B;2);\"not there\")",
      "#!/bin/bash\nfor d in a b; do\n  echo \"saving $d, you see\"\ndone",
      "id;name;mail\n1;Ann Lee;ann@example.test",
      "_dmarc.example.test.   3600  IN  TXT  \"v=DMARC1; p=none\"\n"
      "mail.example.test.     3600  IN  A    203.0.113.25",
      "[HKEY_CURRENT_USER\\Software\\Acme]\n\"Mode\"=dword:00000001",
      "id,name,active\n1,Ann Lee,yes\n2,Ben Day,no",
      "Status   Name      DisplayName\n------   ----      -----------\n"
      "Running  Spooler   Print Spooler",
      "<<<<<<< HEAD\nWe wait.\n=======\nWe never wait.\n>>>>>>> feature/wait",
      "git checkout main\ngit pull\nnpm ci",
      "config firewall policy\n    edit 12\n        set name \"guest-wifi\"\n        set srcintf "
      "\"port3\"\n"
      "        set dstintf \"wan1\"\n"
      "        set action accept\n    next\nend",
      "# m h dom mon dow command\n30 2 * * * /opt/jobs/cleanup.sh",
      "server:\n  url: https://mon.example.test\n  interval: 60\nlabels:\n  - linux\n  - prod",
      "FROM node:20-alpine\nWORKDIR /app\nCOPY . .\nUSER app\nCMD [\"node\", \"server.js\"]",
      "interface Gi1/0/14\n description Uplink to core\n switchport mode access\n!",
      "Log Name:      System\nEvent ID:      41\nLevel:         Critical\nDescription:\n"
      "The system has rebooted without cleanly shutting down first.",
      "diff --git a/x b/x\nindex 83db48f..bf269f4 100644\n--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n"
      " some words\n-teh old ones\n+the new ones\n \n",
  };
  for (const std::string block : blocks) {
    CAPTURE(block);
    const Document mail = read_text("Look at this:\n\n" + block + "\n\nThat is it.\n");
    CHECK(own_text(mail) == "Look at this:\nThat is it.\n");
  }
}

TEST_CASE("what was pasted needs no blank line around it") {
  const char* const blocks[] = {
      "Sub ClearOld()\n    Dim ws As Worksheet\n    For Each ws In Book.Sheets\n    Next ws\nEnd "
      "Sub",
      "for f in *.log; do\n  gzip it\n  echo all files are packed\ndone",
      "curl -sS -X POST https://api.example.test/jobs \\\n  -d '{\"name\": \"test\"}'",
      "Host Name:                 PC-1123\nOS Name:                   Windows 11 Pro\n"
      "System Boot Time:          16.11.2026, 09:14:22",
      "PermitRootLogin no\nPasswordAuthentication no\nAllowUsers ann ben",
      "browser.urlbar.update1\nbrowser.urlbar.update1.tips",
      "HTTP/2 403\nContent-Type: text/html\nX-Blocked-By: waf",
      "web_1  | 2026-11-17 14:05:11 INFO it started\nweb_1  | 2026-11-17 14:05:12 ERROR it ended",
  };
  for (const std::string block : blocks) {
    CAPTURE(block);
    const Document mail = read_text("Look at this:\n" + block + "\nThat is all there is.\n");
    CHECK(own_text(mail) == "Look at this:\nThat is all there is.\n");
  }
  const char* const words[] = {
      "Call the customer\nRead the list\nEnd Call",
      "first the old one\nthen the new one\ndone",
      "Printer: the one on floor two\nScreen: it is on its way",
      "tomorrow from ten on\nor on Monday",
      "Check-In: from three on\nCheck-Out: until eleven",
  };
  for (const std::string block : words) {
    CAPTURE(block);
    CHECK(own_text(read_text("As I said:\n" + block + "\nThat is all there is.\n")) ==
          "As I said:\n" + block + "\nThat is all there is.\n");
  }
}

TEST_CASE("what a prompt's command printed goes on below a blank line") {
  const char* const printed[] = {
      "sw-2#show running-config interface Gi1/0/14\nBuilding configuration...\n\n"
      "Current configuration : 142 bytes\n!\ninterface Gi1/0/14\n description Meeting room 2\n"
      " switchport access vlan 20\n switchport mode access\nend",
      "sw-2#show interfaces status err-disabled\n\n"
      "Port      Name               Status       Reason\n"
      "Gi1/0/14  Meeting room 2     err-disabled bpduguard",
      "C:\\>nslookup portal.example.test\nServer:  dns1.example.test\nAddress:  10.1.0.53\n\n"
      "Non-authoritative answer:\nName:    portal.example.test\nAddresses:  2001:db8::12\n"
      "          203.0.113.12",
  };
  for (const std::string block : printed) {
    CAPTURE(block);
    CHECK(own_text(read_text("Look at this:\n\n" + block + "\n\nThat is it.\n")) ==
          "Look at this:\nThat is it.\n");
  }
  const char* const said[] = {"Kind regards\nAnn Lee", "Works for me\nAll green again",
                              "Still waiting...", "Restart it now\nor call the desk"};
  for (const std::string words : said) {
    CAPTURE(words);
    for (const std::string gap : {"\n", "\n\n"})
      CHECK(own_text(read_text("Do this:\n\n$ systemctl restart cups" + gap + words + "\n")) ==
            "Do this:\n" + words + "\n");
  }
}

TEST_CASE("words below a colon and words in capitals are the author's") {
  const char* const blocks[] = {
      "OneDrive opens faster\nSharePoint gets a new look\nTeams stays as it is",
      "    your old password list\n    a photo of the label",
      "tomorrow from 10:00 on",
      "SELECT the new printer from the list, please.",
      "UPDATE: the mail server is back.\nCREATE a new profile only if that fails.",
      "UPDATE FROM THE HELP DESK\nWE ARE BACK",
      "FROM Monday on we open at eight.\nADD it to your calendar",
      "COPY that\nRUN it",
      "mouse\n keyboard\n screen 2",
      "printer: the one on floor two\n  screen: on its way to you\n  phone: not here yet",
      "Set-top boxes are not ours to repair.",
      "Start-up takes five minutes on that model.",
      "D:\\share > Properties",
      "Run setup.exe",
      "Open \\\\srv\\share\nCopy setup.exe to C:\\Temp\nRun it",
      "Priya: priya_k@example.test, ext. 4410",
      "{{ticket.url}}\n{{agent.name}}",
      "run --force with care",
      "$ systemctl restart cups\nThat's it, you can print again.",
      "$ systemctl restart cups\n1. Open the queue\n$ systemctl status cups",
      "Error: no paper.\nTypeError is what you may see until then.",
  };
  for (const std::string block : blocks) {
    CAPTURE(block);
    const Document mail = read_text("Look at this:\n\n" + block + "\n\nThat is it.\n");
    const std::string own = own_text(mail);
    for (std::size_t at = 0; at < block.size();) {
      const std::size_t end = std::min(block.find('\n', at), block.size());
      const std::string line = block.substr(at, end - at);
      if (line[0] != '$') CHECK(own.find(line.substr(line.find_first_not_of(' '))) != own.npos);
      at = end + 1;
    }
  }
}

TEST_CASE("what machines print is told by its lines together") {
  const char* const printed[] = {
      "PING gw.example.test (192.0.2.1) 56(84) bytes of data.\n"
      "64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.412 ms\n"
      "--- gw.example.test ping statistics ---\n"
      "4 packets transmitted, 3 received, 25% packet loss, time 3004ms\n"
      "rtt min/avg/max/mdev = 0.371/0.391/0.412/0.017 ms",
      "rtr1#ping 192.0.2.9\nType escape sequence to abort.\n"
      "Sending 5, 100-byte ICMP Echos to 192.0.2.9, timeout is 2 seconds:\n!!.!!\n"
      "Success rate is 80 percent (4/5), round-trip min/avg/max = 1/2/4 ms",
      "noc@mx1> ping 198.51.100.7 count 5 rapid\nPING 198.51.100.7 (198.51.100.7): 56 data bytes\n"
      "!!.!!\n--- 198.51.100.7 ping statistics ---\n"
      "5 packets transmitted, 4 packets received, 20% packet loss",
      "220 mx1.example.test ESMTP Postfix\nEHLO test\n250-mx1.example.test\n250 STARTTLS\n"
      "MAIL FROM:<ann@example.test>\n250 2.1.0 Ok",
      "CONNECTED(00000003)\ndepth=2 C = US, O = Example Trust\nverify return:1\n---\n"
      "Certificate chain\n 0 s:CN = www.example.test",
      "  PID TTY          TIME CMD\n 1203 ?        00:00:02 mysqld\n 2210 pts/0    00:00:00 bash",
      "Active Connections\n\n  Proto  Local Address          Foreign Address        State\n"
      "  TCP    10.1.2.3:49801         203.0.113.9:443        SYN_SENT",
      "interface GigabitEthernet0/1\n description Uplink to core\n switchport mode trunk\n"
      " no shutdown\n!\nip route 0.0.0.0 0.0.0.0 192.0.2.1",
      "set interfaces ge-0/0/1 unit 0 family inet address 203.0.113.1/30\n"
      "delete protocols ospf area 0",
      "PermitRootLogin no\nPasswordAuthentication no\nAllowUsers deploy ann\n"
      "Match Address 10.0.0.0/8",
      "127.0.0.1   localhost\n10.1.2.3    db1.example.test db1",
      "SQL> select count(*) from orders;\nselect count(*) from orders\nERROR at line 1:\n"
      "ORA-00942: table or view does not exist",
      "Events:\n  Type     Reason     Age                From     Message\n"
      "  Warning  BackOff    2m (x40 over 40m)  kubelet  Back-off restarting container",
  };
  for (const std::string block : printed) {
    CAPTURE(block);
    CHECK(own_text(read_text("Look at this:\n\n" + block + "\n\nThat is all there is.\n")) ==
          "Look at this:\nThat is all there is.\n");
  }
}

TEST_CASE("facts and steps with the names of machines in them are the author's") {
  const char* const facts[] = {
      "PC-0042 on Monday\nPC-0043 on Tuesday\nthe printer in B1.14 on Friday",
      "Monday to Thursday 8:00-17:00\nFriday 8:00-15:00",
      "Server: web01.example.test\nCost: 300 EUR\nDowntime: 20 minutes",
      "Firmware of sw-core-1 from 7.2.4 to 7.2.5\nReboot of fw-ext, about 4 minutes",
      "web01 is old and slow\ndb1 needs more memory",
      "yes, 4.2 works\nno, the API is not public\nv5 comes in June",
      "Laptop 14\" (i5, 16GB) 1,100 EUR\nDock USB-C 180 EUR",
      "09:00 Welcome\n09:15 Move of the mailboxes (Tim)",
      "Windows 11 23H2 with the May update\nOutlook 2021 and Teams 2.1",
  };
  for (const std::string block : facts) {
    CAPTURE(block);
    CHECK(own_text(read_text("Look at this:\n\n" + block + "\n\nThat is all there is.\n")) ==
          "Look at this:\n" + block + "\nThat is all there is.\n");
  }
  const std::string list =
      "- restarted spoolsv.exe on print01\n- deleted C:\\Windows\\Temp\\x.tmp\n";
  CHECK(own_text(read_text("What I did:\n\n" + list)).find("x.tmp") != std::string::npos);
  CHECK(own_text(read_text("Set these:\n\nweb.ids.keepOnUninstall = true\nThere is another setting "
                           "that keeps what was stored there.\nweb.store.keepOnUninstall = "
                           "true\n")) ==
        "Set these:\nThere is another setting that keeps what was stored there.\n");
  CHECK(own_text(read_text("Run it:\nipconfig /flushdns\nThen try www.example.test again\n")) ==
        "Run it:\nThen try www.example.test again\n");
  CHECK(own_text(read_text("I ran it:\n\n$ systemctl restart nginx\n\nThen I looked at web01\n"
                           "and it came up\n")) ==
        "I ran it:\nThen I looked at web01\nand it came up\n");
}

TEST_CASE("what tools and databases answer is theirs, in other languages too") {
  for (const char* line :
       {"nginx: [emerg] unknown directive here", "curl: (60) certificate has expired",
        "ERROR 1045 (28000): Access denied for user", "ERROR:  relation is missing",
        "Msg 547, Level 16, State 0, Line 1", "ORA-01017: invalid username",
        "Zeitüberschreitung der Anforderung.", "Statistiques Ping pour 10.0.4.1:"}) {
    INFO(line);
    CHECK(kind_of(read_text("Hello,\n\n" + std::string(line) + "\n\nI look at it.\n"), line) ==
          "log");
  }
  const Document pushed = read_text(
      "The log of the push shows this:\n\nhint: Updates were rejected because of work\nhint: not "
      "have locally. This is usual.\n\nI look at it.\n");
  CHECK(own_text(pushed) == "The log of the push shows this:\nI look at it.\n");
  CHECK(
      own_text(read_text("The push was refused:\n\nCloning into 'app'...\nfatal: Your name is not "
                         "known.\n\nI add it.\n")) == "The push was refused:\nI add it.\n");
  for (const std::string own :
       {"IMPORTANT:  Please do not switch it off.\n",
        "conflict (in the calendar) is two meetings.\n",
        "error: that is the word to look for in the window.\n",
        "The error means this:\nhint: take the paper out first.\n",
        "Here is the result:\nteams: (new) it works as it is.\noutlook: [optional] restart it.\n",
        "ERROR 404 means that the page is gone.\n"})
    CHECK(own_text(read_text(own)) == own);
}

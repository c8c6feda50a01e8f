#include <doctest/doctest.h>

#include "own_text.hpp"

using dsk::mail::Document;
using dsk::mail::read_text;

TEST_CASE("an attribution line is known in every language people answer in") {
  const char* const lines[] = {
      "On Tue, 5 Mar 2024 at 10:12, Ann Lee <ann@example.test> wrote:",
      "On 05/03/2024 10:12, Ann Lee wrote:",
      "At 10:12 05.03.2024, you wrote:",
      "Am 05.03.2024 um 10:12 schrieb Ann Lee:",
      "Am Di., 5. März 2024 um 10:12 Uhr schrieb Ann Lee <ann@example.test>:",
      "Le mar. 5 mars 2024 à 10:12, Ann Lee <ann@example.test> a écrit :",
      "El mar, 5 mar 2024 a las 10:12, Ann Lee (<ann@example.test>) escribió:",
      "Em ter., 5 de mar. de 2024 às 10:12, Ann Lee <ann@example.test> escreveu:",
      "Il giorno mar 5 mar 2024 alle ore 10:12 Ann Lee <ann@example.test> ha scritto:",
      "Op di 5 mrt 2024 om 10:12 schreef Ann Lee <ann@example.test>:",
      "Op 5 mrt. 2024 om 10:12 heeft Ann Lee <ann@example.test> het volgende geschreven:",
      "W dniu 5.03.2024 o 10:12, Ann Lee pisze:",
      "wt., 5 mar 2024 o 10:12 Ann Lee <ann@example.test> napisał(a):",
      "Den tis 5 mars 2024 kl 10:12 skrev Ann Lee <ann@example.test>:",
      "5 mars 2024 kl. 10:12 skrev Ann Lee <ann@example.test>:",
      "Den tir. 5. mar. 2024 kl. 10.12 skrev Ann Lee <ann@example.test>:",
      "2024年3月5日(火) 10:12 Ann Lee <ann@example.test>:",
      "2024/03/05 10:12、Ann Lee <ann@example.test>のメール:",
      "05.03.2024, 10:12, \"Ann Lee\" <ann@example.test>:",
      "---- On Tue, 05 Mar 2024 10:12:00 +0100 Ann Lee <ann@example.test> wrote ----",
      "Quoting Ann Lee <ann@example.test>:",
      "Zitat von Ann Lee <ann@example.test>:",
      "- Le 2024-03-05 10:12, Ann Lee a écrit :",
  };
  for (const std::string line : lines) {
    CAPTURE(line);
    const Document marked = read_text("Mine.\n\n" + line + "\n\n> hers\n");
    CHECK(own_text(marked) == "Mine.\n");
    CHECK(kind_of(marked, line) == "attribution");
    if (line.find("Quoting") == 0 || line.find("Zitat") == 0) continue;
    const Document bare = read_text("Mine.\n\n" + line + "\n\nhers, without a mark\n");
    CHECK(own_text(bare) == "Mine.\n");
  }
}

TEST_CASE("an attribution that a mailer wrapped is one attribution") {
  const char* const wrapped[] = {
      "On Tue, 5 Mar 2024 at 10:12, Ann Lee\n<ann@example.test> wrote:",
      "On Tue, 5 Mar 2024 at 10:12,\nAnn Lee <ann@example.test>\nwrote:",
      "Am 05.03.2024 10:12 schrieb \"Ann Lee\" <ann@example.test\n>:",
      "Le 5 mars 2024 à 10:12, Ann Lee <ann@example.test> a\nécrit :",
      "2024-03-05 10:12 GMT+01:00 Ann Lee <\nann@example.test>:",
      "Il giorno 5 mar 2024, alle ore 10:12, Ann Lee <ann@example.test>\nha scritto:",
  };
  for (const std::string lines : wrapped) {
    CAPTURE(lines);
    CHECK(own_text(read_text("Mine.\n" + lines + "\n\n> hers\n\nmore of mine\n")) ==
          "Mine.\nmore of mine\n");
  }
}

TEST_CASE("a sentence that only looks like an attribution stays the author's") {
  const char* const sentences[] = {
      "On your server you can run:",
      "On Thursday:",
      "Something wrote:",
      "One outstanding question:",
      "Please answer these three points:",
      "The log of 5 March 2024 said:",
      "You can reach us on 030 1234567:",
  };
  for (const std::string line : sentences) {
    CAPTURE(line);
    const std::string text = "Hello.\n\n" + line + "\n\nThe words go on.\n";
    CHECK(own_text(read_text(text)) == "Hello.\n" + line + "\nThe words go on.\n");
  }
}

TEST_CASE("a reply header ends the author's words in every language") {
  const char* const headers[] = {
      "From: Ann Lee <ann@example.test>\nSent: Tuesday, March 5, 2024 10:12\nTo: Help\nSubject: X",
      "Von: Ann Lee <ann@example.test>\nGesendet: Dienstag, 5. März 2024 10:12\nAn: "
      "Hilfe\nBetreff: X",
      "De : Ann Lee <ann@example.test>\nEnvoyé : mardi 5 mars 2024 10:12\nÀ : Aide\nObjet : X",
      "De: Ann Lee <ann@example.test>\nEnviado el: martes, 5 de marzo de 2024 10:12\nPara: Ayuda\n"
      "Asunto: X",
      "De: Ann Lee <ann@example.test>\nEnviada em: terça-feira, 5 de março de 2024 10:12\n"
      "Para: Ajuda\nAssunto: X",
      "Da: Ann Lee <ann@example.test>\nInviato: martedì 5 marzo 2024 10:12\nA: Aiuto\nOggetto: X",
      "Van: Ann Lee <ann@example.test>\nVerzonden: dinsdag 5 maart 2024 10:12\nAan: Hulp\n"
      "Onderwerp: X",
      "Od: Ann Lee <ann@example.test>\nWysłano: wtorek, 5 marca 2024 10:12\nDo: Pomoc\nTemat: X",
      "Från: Ann Lee <ann@example.test>\nSkickat: den 5 mars 2024 10:12\nTill: Hjälp\nÄmne: X",
      "Fra: Ann Lee <ann@example.test>\nSendt: 5. marts 2024 10:12\nTil: Hjælp\nEmne: X",
      "差出人: Ann Lee <ann@example.test>\n送信日時: 2024年3月5日 10:12\n宛先: Help\n件名: X",
      "*From:* Ann Lee [mailto:ann@example.test]\n*Sent:* Tuesday, March 5, 2024\n*To:* Help\n"
      "*Subject:* X",
  };
  for (const std::string header : headers) {
    CAPTURE(header);
    const Document mail = read_text("Mine.\n\n________________________________\n" + header +
                                    "\n\nHer words, without a mark.\n");
    CHECK(own_text(mail) == "Mine.\n");
    CHECK(kind_of(mail, "Her words") == "quote");
    CHECK(kind_of(mail, header.substr(0, 3)) == "attribution");
  }
}

TEST_CASE("labels of the author's are no reply header") {
  const char* const labels[] = {
      "From: the office network\nTo: the server room",
      "From: the menu\nTo: the right\nSent: items",
      "From: is the sender right?\nTo: does it name all?\nSubject: does it hold the number?",
      "Date: the day you sign\nFrom: then on you may log in\nTo: the end of 2027",
      "From: 09:00\nTo: 11:00\nDate: 24 November 2026",
      "From: London\nTo: Berlin\nDate: Tuesday, 24 November 2026, 10:40",
      "From: Monday\nTo: Friday\nSubject: who is in",
      "From: ann.old@example.test\nTo: ann.new@example.test\nDate: 24 November 2026",
      "From: mail01.example.test\nTo: mail02.example.test\nDate: Sunday, 22 November 2026",
  };
  for (const std::string block : labels) {
    CAPTURE(block);
    const std::string rest = "Please write to me in time if you would like it another way.\n";
    CHECK(own_text(read_text("As follows:\n\n" + block + "\n\n" + rest)) ==
          "As follows:\n" + block + "\n" + rest);
  }
}

TEST_CASE("a reply header needs no address where names and times are") {
  const char* const headers[] = {
      "From: Lee, Ann\nSent: Tuesday, March 5, 2024 10:12 AM\nTo: Help Desk\nSubject: X",
      "From: Ann Lee\nSent: Tuesday, March 5, 2024 10:12 AM\nTo: Help Desk",
      "From: ann lee\nDate: 5/3/2024 10:12\nSubject: x",
      "Date: 5 March 2024 10:12\nTo: Help Desk\nSubject: X",
      "From: Ann Lee <ann@example.test>\nSubject: X",
  };
  for (const std::string header : headers) {
    CAPTURE(header);
    CHECK(own_text(read_text("Mine.\n\n" + header + "\n\nHer words.\n")) == "Mine.\n");
  }
}

TEST_CASE("a separator with dashes ends the author's words in every language") {
  const char* const separators[] = {
      "-----Original Message-----",         "----- Ursprüngliche Nachricht -----",
      "-----Message d'origine-----",        "-----Mensaje original-----",
      "-----Mensagem original-----",        "----- Messaggio originale -----",
      "-----Oorspronkelijk bericht-----",   "-----Wiadomość oryginalna-----",
      "-----Ursprungligt meddelande-----",  "-----Oprindelig meddelelse-----",
      "-----元のメッセージ-----",           "*-------- Original Message --------*",
      "-------- Original message --------", "##- Please type your reply above this line -##",
  };
  for (const std::string line : separators) {
    CAPTURE(line);
    CHECK(own_text(read_text("Mine.\n\n" + line + "\n\nTheirs.\n")) == "Mine.\n");
  }
}

TEST_CASE("what is forwarded is not the author's") {
  const char* const marks[] = {
      "---------- Forwarded message ----------",
      "-------- Weitergeleitete Nachricht --------",
      "Begin forwarded message:",
      "-------- Message transféré --------",
      "Inizio messaggio inoltrato:",
      "---------- Mensaje reenviado ----------",
  };
  for (const std::string mark : marks) {
    CAPTURE(mark);
    const Document mail =
        read_text("See below.\n\n" + mark + "\nFrom: a@example.test\n\nTheir words.\n");
    CHECK(own_text(mail) == "See below.\n");
    CHECK(kind_of(mail, "Their words") == "forwarded");
    const Document bare = read_text(mark + "\nFrom: a@example.test\n\nTheir words.\n");
    CHECK(bare.exempt == dsk::mail::Exempt::forward_only);
  }
}

TEST_CASE("the message that is answered is found in the quote without its header") {
  using dsk::mail::quoted_message;
  CHECK(quoted_message(read_text("Mine.\n\n> On 4 Mar 2024, Ann wrote:\n>\n> Her words.\n")) ==
        "Her words.\n");
  CHECK(
      quoted_message(dsk::mail::read_html(
          "<div>Mine.</div><div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>From:</b> Ann "
          "&lt;a@b.example&gt;<br><b>Sent:</b> 4 March 2024<br><b>To:</b> Help<br><b>Subject:</b> "
          "X</div><div>Her words.</div>")) == "Her words.\n");
  CHECK(quoted_message(read_text("Mine.\n\n-----Original Message-----\nFrom: a@b.example\nTo: "
                                 "Help\nSubject: X\n\nHer words.\n")) == "Her words.\n");
  CHECK(quoted_message(read_text("Mine.\n\nAnn Lee wrote:\nAL> her\nAL> words\n")) ==
        "her\nwords\n");
  CHECK(quoted_message(read_text("Only mine.\n")).empty());
  // Words before a '>' or a bar in an unmarked quote are theirs, not a name before a mark.
  CHECK(quoted_message(read_text("Mine.\n\n-----Original Message-----\nFrom: a@b.example\nTo: "
                                 "Help\nSubject: X\n\nMy menu > Print\nName | Value\n")) ==
        "My menu > Print\nName | Value\n");
}

TEST_CASE("a header on top of an answer is its attribution") {
  const Document mail = read_text(
      "Date: Mon, 4 Mar 2024 10:12:00 +0100\nFrom: Ann Lee <ann@example.test>\n"
      "Message-ID: <1@example.test>\n\n  | her words\n  | and more\n\nmine\n");
  CHECK(own_text(mail) == "mine\n");
}

TEST_CASE("what a ticket system puts around the words is its own") {
  const Document thread = read_text(
      "##- Please type your reply above this line -##\n\n--------------------\n\nMara Toth (Desk)\n"
      "Mar 4, 2025, 10:30 AM\n\nHello Ann,\n\nit works again.\n\n--------------------\n\nAnn Lee\n"
      "Mar 4, 2025, 9:12 AM\n\nNothing works.\n");
  CHECK(own_text(thread) == "Hello Ann,\nit works again.\n");
  CHECK(kind_of(thread, "Ann Lee") == "attribution");
  CHECK(kind_of(thread, "Nothing works.") == "quote");
  const Document request = read_text(
      "—-—-—-—\nReply above this line.\n\nHello Ann,\n\nit works again.\n\nView request · Turn off "
      "notifications\nThis is shared with Ann Lee.\n\nPowered by Example Desk\n");
  CHECK(own_text(request) == "Hello Ann,\nit works again.\n");
  // Without a system's marker rules and dates are the author's.
  const Document plan = read_text(
      "Dear all,\n\nthe plan:\n\n--------------------\nSaturday, 8 March 2025, 18:00\nIt goes "
      "off.\n"
      "--------------------\nSunday, 9 March 2025, 08:00\nIt is back.\n");
  CHECK(own_text(plan).find("It is back.") != std::string::npos);
  const Document own = read_text(
      "Hello Ann,\n\nPowered by batteries, it lasts two hours and more, as you will see.\n\n"
      "View request 12 and approve it.\n");
  CHECK(own_text(own).find("View request") != std::string::npos);
}

TEST_CASE("below the author's name a notice of a ticket system begins what is not the author's") {
  const std::string reply = "Hello Ann,\n\nthe disk is cleared and saving works again.\n\n";
  for (const std::string signing : {"Kind regards\nMax", "Max"}) {
    for (const char* notice :
         {"Short description: Disk full\nState: New\nNumber: INC0041239\nComments:\n",
          "2025-03-03 10:15:22 CET - Ann Lee\nAdditional comments\n",
          "Ann Lee wrote on 03/03/2025 10:15:\n", "Ann Lee commented on OPS-812:\n-----\n\n",
          "<URL: https://tickets.example/Display?id=20713 >\n\n",
          "Your ticket [desk.example #20713] was updated.\n\n",
          "------------------\nBug #4412: Crash\n\n",
          "  Queue: Mail\nSubject: Disk\n  Owner: Ann\n\n",
          "Unsubscribe | Notification Preferences\n\n", "Reply above this line to answer\n\n"}) {
      INFO(notice);
      const std::string told = "nothing works and nobody told us nothing.\n";
      CHECK(own_text(read_text(reply + signing + "\n\n" + notice + told)) ==
            "Hello Ann,\nthe disk is cleared and saving works again.\n" + signing + "\n");
    }
  }
}

TEST_CASE("fields, dates and numbers of the author's are no notice") {
  for (const std::string words :
       {"Hello Ann,\nin short:\nTicket: 48213\nStatus: Waiting\nPriority: High\nIs that right?\n",
        "Hello Ann,\nthis is how it goes on.\nNext Steps\nTicket: 48213\nStatus: Waiting\n"
        "I call you tomorrow.\nKind regards\nMax\n",
        "Hello Ann,\nit works.\nKind regards\nMax\nPS: please mention #48213 when you call: it "
        "helps.\n",
        "Hello Ann,\nit works.\nMax\n<https://news.example/2025/03/03/4711>\nThey write what I "
        "think.\n",
        "Hello Ann,\nthis is the plan.\n2025-03-03 10:15 - Mail Server\n"
        "2025-03-03 10:30 - File Server\nIs that right for you?\n"}) {
    std::string mail;
    for (const char c : words) mail += c == '\n' ? "\n\n" : std::string(1, c);
    CHECK(own_text(read_text(mail)) == words);
  }
}

TEST_CASE("reply headers, attributions and separators are known in the languages mails come in") {
  const char* const others[] = {
      "От: Jana Muster <jana@example.test>\nИзпратено: 13 май 2025 г. 9:02\nДо: Support\n"
      "Относно: Server",
      "Nuo: Muster, Jana\nIšsiųsta: 2025 m. gegužės 13 d. 09:02\nKam: Support\nTema: Server",
      "No: Muster, Jana\nNosūtīts: 2025. gada 13. maijs 09:02\nKam: Support\nTemats: Server",
      "Saatja: Muster, Jana\nSaadetud: 13. mai 2025 09:02\nAdressaat: Support\nTeema: Server",
      "De: Muster, Jana\nEnviat el: 13 de maig de 2025 9:02\nPer a: Support\nAssumpte: Server",
      "מאת: Jana Muster\nנשלח: 13 מאי 2025 09:02\nאל: Support\nנושא: Server",
      "من: Jana Muster\nتم الإرسال: 13 مايو 2025 09:02\nإلى: Support\nالموضوع: Server",
      "Từ: Jana Muster\nĐã gửi: 13 Tháng Năm 2025 9:02 SA\nĐến: Support\nChủ đề: Server",
      "Dari: Jana Muster\nDikirim: Selasa, 13 Mei 2025 09.02\nKepada: Support\nSubjek: Server",
      "V tor., 13. maj 2025 ob 09:02 je oseba Jana <jana@example.test> napisala:",
      "Missatge de Jana <jana@example.test> del dia dt., 13 de maig 2025 a les 9:02:",
      "\u202bבתאריך 13 במאי 2025 ב-9:02 מאת \u202aJana\u202c "
      "<\u202ajana@example.test\u202c>:\u202c",
      "-----Ursprünglicher Termin-----",
      "-----Izvorno sporočilo-----",
      "Videresendt besked:",
      "Välitetty viesti alkaa:",
      "転送されたメッセージ：",
      "<<< Forwarded message >>>",
  };
  for (const std::string other : others) {
    CAPTURE(other);
    CHECK(own_text(read_text("It works now.\n\n" + other + "\n\nNothing works.\n")) ==
          "It works now.\n");
  }
  CHECK(own_text(read_text("Forwarded: nothing so far.\n\nNo: the lamp is off.\n")) ==
        "Forwarded: nothing so far.\nNo: the lamp is off.\n");
}

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>sotto</name>
    <message>
      <location filename="actions.py" />
      <source>Answer again</source>
      <translation>Noch einmal antworten</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Archive</source>
      <translation>Archivieren</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Branch</source>
      <translation>Zweig</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Branch map</source>
      <translation>Karte der Zweige</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Edit message</source>
      <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Export conversation</source>
      <translation>Gespräch exportieren</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Export everything</source>
      <translation>Alles exportieren</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Find anything</source>
      <translation>Alles finden</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Find in conversation</source>
      <translation>Im Gespräch suchen</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Find next</source>
      <translation>Nächster Treffer</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Find previous</source>
      <translation>Voriger Treffer</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Go to conversations</source>
      <translation>Zu den Gesprächen</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Go to messages</source>
      <translation>Zu den Nachrichten</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Go to the message field</source>
      <translation>Zum Nachrichtenfeld</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Import conversations</source>
      <translation>Gespräche importieren</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Keyboard</source>
      <translation>Tastatur</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Keys and backups</source>
      <translation>Schlüssel und Sicherungen</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Larger text</source>
      <translation>Text größer</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Lock</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>New conversation</source>
      <translation>Neues Gespräch</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Next version</source>
      <translation>Nächste Fassung</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Pin or unpin</source>
      <translation>Anheften oder loslösen</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Previous version</source>
      <translation>Vorige Fassung</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Search everything</source>
      <translation>Alles durchsuchen</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Settings of this conversation</source>
      <translation>Einstellungen dieses Gesprächs</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Show or hide conversations</source>
      <translation>Gespräche zeigen oder ausblenden</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Smaller text</source>
      <translation>Text kleiner</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Statistics</source>
      <translation>Statistik</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Temporary conversation</source>
      <translation>Flüchtiges Gespräch</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>Usual text size</source>
      <translation>Übliche Textgröße</translation>
    </message>
    <message>
      <location filename="actions.py" />
      <source>What the model sees</source>
      <translation>Was das Modell sieht</translation>
    </message>
    <message>
      <location filename="another_model.py" />
      <source>Answer with another model</source>
      <translation>Mit einem anderen Modell antworten</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>A file of another history is in the way</source>
      <translation>Eine Datei eines anderen Verlaufs ist im Weg</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>A message is missing here</source>
      <translation>Hier fehlt eine Nachricht</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>A newer version of Sotto has written this history, and this version could harm it.</source>
      <translation>Eine neuere Fassung von Sotto hat diesen Verlauf geschrieben, und diese hier könnte ihm schaden.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>A part of the file that holds your history is not whole. Sotto has not changed it.</source>
      <translation>Ein Teil der Datei, die den Verlauf enthält, ist nicht heil. Sotto hat sie nicht verändert.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>A part of the history is damaged</source>
      <translation>Ein Teil des Verlaufs ist beschädigt</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Allow writing to the folder, then try again.</source>
      <translation>Schreiben in den Ordner erlauben, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Another program holds the encrypted history.</source>
      <translation>Ein anderes Programm hält den verschlüsselten Verlauf.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Beside your history lies a file with the newest changes of another one. Opened together, they would spoil each other, so Sotto has opened neither.</source>
      <translation>Neben dem Verlauf liegt eine Datei mit den neuesten Änderungen eines anderen. Zusammen geöffnet würden sie einander verderben, darum hat Sotto keinen geöffnet.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Check the archive in Keys and backups: it says what may help.</source>
      <translation>Das Archiv in den Einstellungen unter „Sicherungen“ prüfen: Dort steht, was helfen kann.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Close the other Sotto, then try again.</source>
      <translation>Das andere Sotto schließen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Damage to the history's file has taken what stood here.</source>
      <translation>Ein Schaden an der Datei des Verlaufs hat genommen, was hier stand.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Free some space soon: when that room is used up, nothing more can be stored.</source>
      <translation>Bald Platz schaffen: Ist dieser Rest verbraucht, lässt sich nichts mehr speichern.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Free some space, then try again.</source>
      <translation>Platz schaffen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Free some space, then try again. Nothing has been changed.</source>
      <translation>Platz schaffen, dann noch einmal versuchen. Nichts wurde verändert.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>If files were moved, bring back the right one and try again. Otherwise restore a backup, or rescue what can still be read.</source>
      <translation>Wurden Dateien verschoben, die richtige zurückbringen und es noch einmal versuchen. Sonst eine Sicherung wiederherstellen oder retten, was noch zu lesen ist.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>If it lies on a disk that is not connected, connect it and try again.</source>
      <translation>Liegt er auf einem Laufwerk, das nicht verbunden ist: verbinden und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>If you have a backup from before the damage, it may still hold it.</source>
      <translation>Eine Sicherung aus der Zeit vor dem Schaden kann sie noch enthalten.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>If you moved the folder or restored a backup, bring back its keyring, then try again.</source>
      <translation>Wurde der Ordner verschoben oder eine Sicherung wiederhergestellt: den zugehörigen Schlüsselbund zurückholen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Install the newer version to go on.</source>
      <translation>Zum Weitermachen die neuere Fassung installieren.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Look at what you wrote last. If some of it is missing, look for archive.db-wal.</source>
      <translation>Nachsehen, was zuletzt geschrieben wurde. Fehlt etwas davon, nach archive.db-wal suchen.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Move that file aside: your history then opens as it is.</source>
      <translation>Diese Datei beiseitelegen: Dann öffnet sich der Verlauf, wie er ist.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Nothing can be rescued</source>
      <translation>Nichts lässt sich retten</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Nothing in the file that holds your history can be read any more. Sotto has not changed it.</source>
      <translation>In der Datei, die den Verlauf enthält, ist nichts mehr zu lesen. Sotto hat sie nicht verändert.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Restore a backup. Keep the file: somebody who knows may still find something in it.</source>
      <translation>Eine Sicherung wiederherstellen. Die Datei aufheben: Wer sich auskennt, findet vielleicht noch etwas darin.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Sotto did not end properly, and the file with the newest changes is gone from its folder.</source>
      <translation>Sotto wurde nicht ordentlich beendet, und die Datei mit den neuesten Änderungen ist aus ihrem Ordner verschwunden.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The disk is full</source>
      <translation>Der Speicher ist voll</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The disk is full. Sotto now writes into the little room that it had kept back.</source>
      <translation>Der Speicher ist voll. Sotto schreibt jetzt in den kleinen Rest, den es zurückgehalten hatte.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The file in the place of your history does not begin as yours does: it is another one, or its beginning is damaged. Sotto has not changed it.</source>
      <translation>Die Datei an der Stelle des Verlaufs beginnt nicht wie dieser: Es ist ein anderer, oder ihr Anfang ist beschädigt. Sotto hat sie nicht verändert.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The file that holds your history is gone. Sotto will not begin a new one over it.</source>
      <translation>Die Datei, die den Verlauf enthält, ist fort. Sotto beginnt keinen neuen an ihrer Stelle.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The file that holds your history is not whole. Sotto has not changed it.</source>
      <translation>Die Datei, die den Verlauf enthält, ist nicht heil. Sotto hat sie nicht verändert.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The folder that holds your history does not allow writing.</source>
      <translation>Der Ordner mit dem Verlauf erlaubt kein Schreiben.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The history cannot be used</source>
      <translation>Der Verlauf ist nicht zu verwenden</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The history cannot be written</source>
      <translation>Der Verlauf lässt sich nicht schreiben</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The history is damaged</source>
      <translation>Der Verlauf ist beschädigt</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The history is in use</source>
      <translation>Der Verlauf ist in Gebrauch</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The history is newer than this Sotto</source>
      <translation>Der Verlauf ist neuer als dieses Sotto</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The history is not where it was</source>
      <translation>Der Verlauf ist nicht, wo er war</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The key does not fit</source>
      <translation>Der Schlüssel passt nicht</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The key from your keyring does not open this history. The history itself has not been touched.</source>
      <translation>Der Schlüssel aus dem Schlüsselbund öffnet diesen Verlauf nicht. Der Verlauf selbst wurde nicht angerührt.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>The newest messages may be missing</source>
      <translation>Die neuesten Nachrichten fehlen womöglich</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>There is no room left to write your history.</source>
      <translation>Zum Schreiben des Verlaufs ist kein Platz mehr.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>There is too little room on the disk</source>
      <translation>Auf dem Speicher ist zu wenig Platz</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>This may be another history</source>
      <translation>Das ist vielleicht ein anderer Verlauf</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Try again first. If it stays so, restore a backup, or rescue what can still be read.</source>
      <translation>Zuerst noch einmal versuchen. Bleibt es so, eine Sicherung wiederherstellen oder retten, was noch zu lesen ist.</translation>
    </message>
    <message>
      <location filename="archive_wording.py" />
      <source>Try again. Nothing has been changed.</source>
      <translation>Noch einmal versuchen. Nichts wurde verändert.</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>Archived</source>
      <translation>Archiviert</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>Folder removed</source>
      <translation>Ordner entfernt</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>Make and move</source>
      <translation>Anlegen und verschieben</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>Moved</source>
      <translation>Verschoben</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>New folder</source>
      <translation>Neuer Ordner</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>New tag</source>
      <translation>Neues Schlagwort</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>Pinned</source>
      <translation>Angeheftet</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>Tag “{name}” added</source>
      <translation>Schlagwort „{name}“ hinzugefügt</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>Tag “{name}” taken off</source>
      <translation>Schlagwort „{name}“ weggenommen</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>Unpinned</source>
      <translation>Losgelöst</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>{count} archived</source>
      <translation>{count} archiviert</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>{count} moved</source>
      <translation>{count} verschoben</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>{count} pinned</source>
      <translation>{count} angeheftet</translation>
    </message>
    <message>
      <location filename="arranging_acts.py" />
      <source>{count} unpinned</source>
      <translation>{count} losgelöst</translation>
    </message>
    <message>
      <location filename="composer/composer_bar.py" />
      <source>/ prompt</source>
      <translation>/ Vorlage</translation>
    </message>
    <message>
      <location filename="composer/composer_bar.py" />
      <source>@ assistant</source>
      <translation>@ Assistent</translation>
    </message>
    <message>
      <location filename="composer/composer_bar.py" />
      <source>Assistants</source>
      <translation>Assistenten</translation>
    </message>
    <message>
      <location filename="composer/composer_bar.py" />
      <source>Attach files</source>
      <translation>Dateien anhängen</translation>
    </message>
    <message>
      <location filename="composer/composer_bar.py" />
      <source>Prompts</source>
      <translation>Vorlagen</translation>
    </message>
    <message>
      <location filename="composer/composer_bar.py" />
      <source>Send</source>
      <translation>Senden</translation>
    </message>
    <message>
      <location filename="composer/composer_bar.py" />
      <source>about 1 token</source>
      <translation>etwa 1 Token</translation>
    </message>
    <message>
      <location filename="composer/composer_bar.py" />
      <source>about {count} tokens</source>
      <translation>etwa {count} Tokens</translation>
    </message>
    <message>
      <location filename="composer/composer_bar.py" />
      <source>{about}: older messages will be left out</source>
      <translation>{about}: ältere Nachrichten werden ausgelassen</translation>
    </message>
    <message>
      <location filename="composer/composer_bar.py" />
      <source>{about}: too long for this model</source>
      <translation>{about}: zu lang für dieses Modell</translation>
    </message>
    <message>
      <location filename="composer/file_strip.py" />
      <source>Attached files</source>
      <translation>Angehängte Dateien</translation>
    </message>
    <message>
      <location filename="composer/file_strip.py" />
      <source>Document</source>
      <translation>Dokument</translation>
    </message>
    <message>
      <location filename="composer/file_strip.py" />
      <source>Picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <location filename="composer/file_strip.py" />
      <source>Reading</source>
      <translation>Wird gelesen</translation>
    </message>
    <message>
      <location filename="composer/file_strip.py" />
      <source>Reading, {share} %</source>
      <translation>Wird gelesen, {share} %</translation>
    </message>
    <message>
      <location filename="composer/file_strip.py" />
      <source>Remove {name}</source>
      <translation>{name} entfernen</translation>
    </message>
    <message>
      <location filename="composer/file_strip.py" />
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <location filename="composer/message_field.py" />
      <source>Ask anything</source>
      <translation>Irgendetwas fragen</translation>
    </message>
    <message>
      <location filename="composer/message_field.py" />
      <source>Message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <location filename="composer/naming_line.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="composer/naming_line.py" />
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <location filename="composer/queued_line.py" />
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <location filename="composer/queued_line.py" />
      <source>Next: {message}</source>
      <translation>Danach: {message}</translation>
    </message>
    <message>
      <location filename="composer/queued_line.py" />
      <source>Puts the next message back into the field</source>
      <translation>Legt die nächste Nachricht ins Feld zurück</translation>
    </message>
    <message>
      <location filename="composer/queued_line.py" />
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="composer/queued_line.py" />
      <source>The next message is not sent</source>
      <translation>Die nächste Nachricht wird nicht gesendet</translation>
    </message>
    <message>
      <location filename="composer/queued_line.py" />
      <source>{count} files</source>
      <translation>{count} Dateien</translation>
    </message>
    <message>
      <location filename="composer/quiet_offer.py" />
      <source>Dismiss</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="composer/refusal.py" />
      <source>Set up a model service</source>
      <translation>Modelldienst einrichten</translation>
    </message>
    <message>
      <location filename="conversation/context_fields.py" />
      <source>As for all</source>
      <translation>Wie für alle</translation>
    </message>
    <message>
      <location filename="conversation/context_fields.py" />
      <source>From so many tokens on</source>
      <translation>Ab so vielen Tokens</translation>
    </message>
    <message>
      <location filename="conversation/context_fields.py" />
      <source>How many</source>
      <translation>Wie viele</translation>
    </message>
    <message>
      <location filename="conversation/context_fields.py" />
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <location filename="conversation/context_fields.py" />
      <source>Summaries made unasked</source>
      <translation>Zusammenfassungen, die ungefragt entstehen</translation>
    </message>
    <message>
      <location filename="conversation/context_fields.py" />
      <source>What is sent</source>
      <translation>Was gesendet wird</translation>
    </message>
    <message>
      <location filename="conversation/context_fields.py" />
      <source>When it has grown long</source>
      <translation>Wenn es lang geworden ist</translation>
    </message>
    <message>
      <location filename="conversation/conversation_dialog.py" />
      <source>As usual: {model}</source>
      <translation>Wie üblich: {model}</translation>
    </message>
    <message>
      <location filename="conversation/conversation_dialog.py" />
      <source>Assistant</source>
      <translation>Assistent</translation>
    </message>
    <message>
      <location filename="conversation/conversation_dialog.py" />
      <source>For yourself: no model is given it, and it is found by searching.</source>
      <translation>Nur für den eigenen Gebrauch: Kein Modell bekommt sie, und die Suche findet sie.</translation>
    </message>
    <message>
      <location filename="conversation/conversation_dialog.py" />
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <location filename="conversation/conversation_dialog.py" />
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <location filename="conversation/conversation_dialog.py" />
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="conversation/conversation_dialog.py" />
      <source>length of answers</source>
      <translation>Länge der Antworten</translation>
    </message>
    <message>
      <location filename="conversation/conversation_dialog.py" />
      <source>reasoning effort</source>
      <translation>Denkaufwand</translation>
    </message>
    <message>
      <location filename="conversation/conversation_dialog.py" />
      <source>temperature, Top P, seed, stops</source>
      <translation>Temperatur, Top P, Startwert, Aufhören</translation>
    </message>
    <message>
      <location filename="conversation/conversation_dialog.py" />
      <source>{model} does not take: {names}. That is not sent to it.</source>
      <translation>{model} nimmt nicht an: {names}. Das wird ihm nicht gesendet.</translation>
    </message>
    <message>
      <location filename="conversation/instructions_field.py" />
      <source>As the assistant has them, or none</source>
      <translation>Wie beim Assistenten, oder keine</translation>
    </message>
    <message>
      <location filename="conversation/instructions_field.py" />
      <source>Brings back instructions that were set before</source>
      <translation>Holt frühere Anweisungen zurück</translation>
    </message>
    <message>
      <location filename="conversation/instructions_field.py" />
      <source>Earlier instructions</source>
      <translation>Frühere Anweisungen</translation>
    </message>
    <message>
      <location filename="conversation/instructions_field.py" />
      <source>Earlier ones</source>
      <translation>Frühere</translation>
    </message>
    <message>
      <location filename="conversation/instructions_field.py" />
      <source>Instructions</source>
      <translation>Anweisungen</translation>
    </message>
    <message>
      <location filename="conversation/instructions_field.py" />
      <source>Sent in front of every question.</source>
      <translation>Vor jeder Frage gesendet.</translation>
    </message>
    <message>
      <location filename="conversation_acts.py" />
      <source>Moved to the trash</source>
      <translation>In den Papierkorb gelegt</translation>
    </message>
    <message>
      <location filename="conversation_acts.py" />
      <source>{count} moved to the trash</source>
      <translation>{count} in den Papierkorb gelegt</translation>
    </message>
    <message>
      <location filename="copying_all.py" />
      <source>Copying: {done} of {of} messages</source>
      <translation>Wird kopiert: {done} von {of} Nachrichten</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>A copy needs {needed} MiB, and {free} MiB are free.</source>
      <translation>Eine Kopie braucht {needed} MiB, und {free} MiB sind frei.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>A header has a plain name and one line of plain text.</source>
      <translation>Ein Kopffeld hat einen einfachen Namen und eine Zeile einfachen Text.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>A model's name is needed.</source>
      <translation>Der Name eines Modells wird gebraucht.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>A passphrase must be set before the key can leave the keyring.</source>
      <translation>Erst muss eine Passphrase gesetzt sein, dann kann der Schlüssel den Schlüsselbund verlassen.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>A rescue needs {needed} MiB, and {free} MiB are free.</source>
      <translation>Das Retten braucht {needed} MiB, und {free} MiB sind frei.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>A set of {count} copies needs {needed} MiB, and {free} MiB are free.</source>
      <translation>{count} Kopien brauchen {needed} MiB, und {free} MiB sind frei.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>A time to wait is a number of seconds, a day at most.</source>
      <translation>Eine Wartezeit ist eine Zahl von Sekunden, höchstens ein Tag.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Backups that are not whole: {names}.</source>
      <translation>Sicherungen, die nicht heil sind: {names}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Conversations that show no branch of their own: {count}.</source>
      <translation>Gespräche, die keinen eigenen Zweig zeigen: {count}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Damage to the file kept the check of “{part}” from its end.</source>
      <translation>Ein Schaden an der Datei hat die Prüfung von „{part}“ nicht zu Ende kommen lassen.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Empty stretches of history, which do no harm: {count}.</source>
      <translation>Leere Strecken des Verlaufs, die nicht schaden: {count}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Files or folders that others may look into: {count}.</source>
      <translation>Dateien oder Ordner, in die andere sehen dürfen: {count}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>It says: {words}</source>
      <translation>Er sagt: {words}</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Messages that an earlier damage has taken: {count}.</source>
      <translation>Nachrichten, die ein früherer Schaden genommen hat: {count}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>No secure connection to the service could be made.</source>
      <translation>Eine sichere Verbindung zum Dienst kam nicht zustande.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Nothing answers at the proxy's address.</source>
      <translation>An der Adresse des Proxys antwortet nichts.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Nothing answers at the service's address.</source>
      <translation>An der Adresse des Dienstes antwortet nichts.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Pages of the archive that are not as they were written: {count}.</source>
      <translation>Seiten des Archivs, die nicht sind, wie sie geschrieben wurden: {count}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Places in the archive where its pages do not fit together: {count}.</source>
      <translation>Stellen im Archiv, an denen seine Seiten nicht zusammenpassen: {count}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Replies that are being written, or will be ended at the next start: {count}.</source>
      <translation>Antworten, die gerade geschrieben oder beim nächsten Start beendet werden: {count}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Stretches of history with a hole in them: {count}.</source>
      <translation>Strecken des Verlaufs mit einer Lücke: {count}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The account behind the key has nothing left to spend.</source>
      <translation>Das Konto hinter dem Schlüssel hat kein Guthaben mehr.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The address must begin with https:// or http://.</source>
      <translation>Die Adresse muss mit https:// oder http:// beginnen.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The address must not hold a password, a space, a question mark or a hash sign.</source>
      <translation>Die Adresse darf kein Passwort, kein Leerzeichen, kein Fragezeichen und keine Raute enthalten.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The address names no server that could be asked.</source>
      <translation>Die Adresse nennt keinen Server, den man fragen könnte.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The address names no server.</source>
      <translation>Die Adresse nennt keinen Server.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The backup needs {needed} MiB, and {free} MiB are free.</source>
      <translation>Die Sicherung braucht {needed} MiB, und {free} MiB sind frei.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The connection to the service failed.</source>
      <translation>Die Verbindung zum Dienst ist fehlgeschlagen.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The file that tells which key is needed is gone.</source>
      <translation>Die Datei, die sagt, welcher Schlüssel gebraucht wird, ist weg.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The file with certificates cannot be read as such.</source>
      <translation>Die Datei mit Zertifikaten lässt sich nicht als solche lesen.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The header {name} is set by Sotto itself.</source>
      <translation>Das Kopffeld {name} setzt Sotto selbst.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The index of the search is not whole. No message is lost by that.</source>
      <translation>Das Verzeichnis der Suche ist nicht heil. Dadurch geht keine Nachricht verloren.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The index of the search was not whole, and has been made anew. Nothing is lost.</source>
      <translation>Das Verzeichnis der Suche war nicht heil und wurde neu gemacht. Nichts ist verloren.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The key holds signs that no key has.</source>
      <translation>Der Schlüssel enthält Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The key may not use this service or model.</source>
      <translation>Der Schlüssel darf diesen Dienst oder dieses Modell nicht benutzen.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The model gave no summary that could be used.</source>
      <translation>Das Modell hat keine brauchbare Zusammenfassung gegeben.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The passphrase is what opens this archive; put the key into the keyring first.</source>
      <translation>Die Passphrase ist es, die dieses Archiv öffnet; zuerst den Schlüssel in den Schlüsselbund legen.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The proxy did not answer in time.</source>
      <translation>Der Proxy hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The proxy does not lead to the service.</source>
      <translation>Der Proxy führt nicht zum Dienst.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The proxy wants a name and a password, or does not accept them.</source>
      <translation>Der Proxy verlangt einen Namen und ein Passwort, oder nimmt sie nicht an.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The proxy's address must begin with http:// or https://.</source>
      <translation>Die Adresse des Proxys muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The proxy's name could not be found.</source>
      <translation>Der Name des Proxys war nicht zu finden.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service answers, but its list does not have this model.</source>
      <translation>Der Dienst antwortet, aber dieses Modell steht nicht auf seiner Liste.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service asks to wait.</source>
      <translation>Der Dienst bittet zu warten.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service did not answer in time.</source>
      <translation>Der Dienst hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service does not accept the key.</source>
      <translation>Der Dienst nimmt den Schlüssel nicht an.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service does not accept the request.</source>
      <translation>Der Dienst nimmt die Anfrage nicht an.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service failed in the middle of its reply.</source>
      <translation>Der Dienst ist mitten in seiner Antwort ausgefallen.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service failed with status {status}.</source>
      <translation>Der Dienst ist mit Status {status} ausgefallen.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service has no such model, or is not at this address.</source>
      <translation>Der Dienst hat kein solches Modell oder ist nicht unter dieser Adresse.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service has no such model.</source>
      <translation>Der Dienst hat kein solches Modell.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service points to another address, which Sotto does not follow.</source>
      <translation>Der Dienst verweist auf eine andere Adresse, der Sotto nicht folgt.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service reported an error in the middle of its reply.</source>
      <translation>Der Dienst hat mitten in seiner Antwort einen Fehler gemeldet.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service sent something that cannot be read.</source>
      <translation>Der Dienst hat etwas geschickt, das nicht zu lesen ist.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service takes less at once than a summary needs.</source>
      <translation>Der Dienst nimmt weniger auf einmal an, als eine Zusammenfassung braucht.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service's answer is longer than any reply could be.</source>
      <translation>Was der Dienst schickt, ist länger, als eine Antwort sein könnte.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service's certificate could not be trusted.</source>
      <translation>Dem Zertifikat des Dienstes war nicht zu trauen.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service's filter ended the reply.</source>
      <translation>Der Filter des Dienstes hat die Antwort beendet.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The service's name could not be found.</source>
      <translation>Der Name des Dienstes war nicht zu finden.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>The sidecar and its copy differ. The next start mends that.</source>
      <translation>Die Beidatei und ihre Kopie sind verschieden. Der nächste Start bringt das in Ordnung.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>There is little room on the disk: {megabytes} MB.</source>
      <translation>Auf der Platte ist wenig Platz: {megabytes} MB.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>There is no backup yet.</source>
      <translation>Es gibt noch keine Sicherung.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>There is no passphrase for this archive.</source>
      <translation>Für dieses Archiv gibt es keine Passphrase.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>There is no recovery key for this archive.</source>
      <translation>Für dieses Archiv gibt es keinen Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>There is no recovery key that waits to be typed back.</source>
      <translation>Es wartet kein Wiederherstellungsschlüssel darauf, zurückgetippt zu werden.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>There is no such practice model, only {names}.</source>
      <translation>Ein solches Übungsmodell gibt es nicht, nur {names}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>Things that belong to something that is missing: {count}.</source>
      <translation>Dinge, die zu etwas Fehlendem gehören: {count}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>This profile is open already, in {holder}.</source>
      <translation>Dieses Profil ist schon offen, in {holder}.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>What answers at this address hangs up, or is no web server.</source>
      <translation>Was unter dieser Adresse antwortet, legt auf oder ist kein Webserver.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>What answers at this address is not a model service.</source>
      <translation>Was unter dieser Adresse antwortet, ist kein Modelldienst.</translation>
    </message>
    <message>
      <location filename="core_words.py" />
      <source>What was to be summed up was changed in the meantime.</source>
      <translation>Was zusammengefasst werden sollte, wurde inzwischen geändert.</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>A further one takes {size} and {time}; {free} are free.</source>
      <translation>Eine weitere braucht {size} und {time}; {free} sind frei.</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>A further one takes {size}; {free} are free.</source>
      <translation>Eine weitere braucht {size}; {free} sind frei.</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>Back up now</source>
      <translation>Jetzt sichern</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>Back up to a file</source>
      <translation>In eine Datei sichern</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>Back up to a file…</source>
      <translation>In eine Datei sichern …</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>Backups</source>
      <translation>Sicherungen</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>Backups of Sotto</source>
      <translation>Sicherungen von Sotto</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>Delete these backups</source>
      <translation>Diese Sicherungen löschen</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>It takes {size} and {time}; {free} are free.</source>
      <translation>Sie braucht {size} und {time}; {free} sind frei.</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>It takes {size}; {free} are free.</source>
      <translation>Sie braucht {size}; {free} sind frei.</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>Make a new one instead</source>
      <translation>Stattdessen eine neue machen</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>One backup</source>
      <translation>Eine Sicherung</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>Progress of the backup</source>
      <translation>Fortschritt der Sicherung</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>There is none yet. One is made each day on which something has changed.</source>
      <translation>Noch gibt es keine. An jedem Tag, an dem sich etwas geändert hat, entsteht eine.</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>{backups} may still hold what you deleted since, until {day} at the latest.</source>
      <translation>{backups}: Darin kann noch stehen, was seither gelöscht wurde, längstens bis {day}.</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>{backups}, the newest of {day}, {size} in all.</source>
      <translation>{backups}, die neueste vom {day}, zusammen {size}.</translation>
    </message>
    <message>
      <location filename="dialogs/backup_part.py" />
      <source>{count} backups</source>
      <translation>{count} Sicherungen</translation>
    </message>
    <message>
      <location filename="dialogs/check_part.py" />
      <source>Check the archive</source>
      <translation>Archiv prüfen</translation>
    </message>
    <message>
      <location filename="dialogs/check_part.py" />
      <source>Everything else is as it should be.</source>
      <translation>Alles andere ist, wie es sein soll.</translation>
    </message>
    <message>
      <location filename="dialogs/check_part.py" />
      <source>Everything is as it should be.</source>
      <translation>Alles ist, wie es sein soll.</translation>
    </message>
    <message>
      <location filename="dialogs/check_part.py" />
      <source>It takes {time}; you can go on meanwhile.</source>
      <translation>Das dauert {time}; dabei kann man weiterarbeiten.</translation>
    </message>
    <message>
      <location filename="dialogs/check_part.py" />
      <source>Progress of the check</source>
      <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
      <location filename="dialogs/check_part.py" />
      <source>See what may help…</source>
      <translation>Was helfen kann …</translation>
    </message>
    <message>
      <location filename="dialogs/check_part.py" />
      <source>Sotto looks at every page of the history and at its backups, and changes nothing that you wrote.</source>
      <translation>Sotto sieht sich jede Seite des Verlaufs und seine Sicherungen an und ändert nichts Geschriebenes.</translation>
    </message>
    <message>
      <location filename="dialogs/check_part.py" />
      <source>The archive</source>
      <translation>Das Archiv</translation>
    </message>
    <message>
      <location filename="dialogs/check_part.py" />
      <source>You can go on meanwhile.</source>
      <translation>Dabei kann man weiterarbeiten.</translation>
    </message>
    <message>
      <location filename="dialogs/check_part.py" />
      <source>Your history is still open. What may help closes it first, and removes nothing.</source>
      <translation>Der Verlauf ist noch offen. Was helfen kann, schließt ihn zuerst und entfernt nichts.</translation>
    </message>
    <message>
      <location filename="dialogs/hours_choice.py" />
      <source>1 year</source>
      <translation>1 Jahr</translation>
    </message>
    <message>
      <location filename="dialogs/hours_choice.py" />
      <source>After {span}</source>
      <translation>Nach {span}</translation>
    </message>
    <message>
      <location filename="dialogs/hours_choice.py" />
      <source>As for all: {span}</source>
      <translation>Wie für alle: {span}</translation>
    </message>
    <message>
      <location filename="dialogs/hours_choice.py" />
      <source>Delete after</source>
      <translation>Löschen nach</translation>
    </message>
    <message>
      <location filename="dialogs/hours_choice.py" />
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <location filename="dialogs/hours_choice.py" />
      <source>{count} days</source>
      <translation>{count} Tagen</translation>
    </message>
    <message>
      <location filename="dialogs/hours_choice.py" />
      <source>{count} hours</source>
      <translation>{count} Stunden</translation>
    </message>
    <message>
      <location filename="dialogs/key_change_part.py" />
      <source>Backups made before keep the old key: make a new one after.</source>
      <translation>Frühere Sicherungen behalten den alten Schlüssel: danach eine neue machen.</translation>
    </message>
    <message>
      <location filename="dialogs/key_change_part.py" />
      <source>Change the key</source>
      <translation>Schlüssel wechseln</translation>
    </message>
    <message>
      <location filename="dialogs/key_change_part.py" />
      <source>If somebody may have learnt the key itself, change it. Sotto closes the history for a while, writes it anew under another key and opens it again.</source>
      <translation>Wenn jemand den Schlüssel selbst kennen könnte, sollte er gewechselt werden. Sotto schließt dazu den Verlauf eine Weile, schreibt ihn unter einem anderen Schlüssel neu und öffnet ihn wieder.</translation>
    </message>
    <message>
      <location filename="dialogs/key_change_part.py" />
      <source>The key itself</source>
      <translation>Der Schlüssel selbst</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>A new line in the message</source>
      <translation>Eine neue Zeile in der Nachricht</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>Ctrl+Up, Ctrl+Down</source>
      <translation>Strg+Auf, Strg+Ab</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>Del</source>
      <translation>Entf</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>Delete the chosen conversation</source>
      <translation>Das gewählte Gespräch löschen</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>Enter</source>
      <translation>Eingabe</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>From message to message</source>
      <translation>Von Nachricht zu Nachricht</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>Keys that stay</source>
      <translation>Tasten, die bleiben</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>Leave what is open</source>
      <translation>Verlassen, was offen ist</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>Menu, Shift+F10</source>
      <translation>Menü, Umschalt+F10</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>Send the message</source>
      <translation>Nachricht senden</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>Shift+Enter</source>
      <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
      <location filename="dialogs/keyboard_dialog.py" />
      <source>What can be done with it</source>
      <translation>Was damit zu tun ist</translation>
    </message>
    <message>
      <location filename="dialogs/palette_model.py" />
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <location filename="dialogs/palette_model.py" />
      <source>Conversation</source>
      <translation>Gespräch</translation>
    </message>
    <message>
      <location filename="dialogs/palette_model.py" />
      <source>Search messages for “{text}”</source>
      <translation>Nachrichten nach „{text}“ durchsuchen</translation>
    </message>
    <message>
      <location filename="dialogs/palette_panel.py" />
      <source>A command, a conversation, or what is to be found</source>
      <translation>Ein Befehl, ein Gespräch, oder was zu finden ist</translation>
    </message>
    <message>
      <location filename="dialogs/palette_panel.py" />
      <source>Results</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <location filename="dialogs/palette_panel.py" />
      <source>{count} results</source>
      <translation>{count} Ergebnisse</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_pair.py" />
      <source>New passphrase</source>
      <translation>Neue Passphrase</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_pair.py" />
      <source>The same again</source>
      <translation>Dieselbe noch einmal</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_pair.py" />
      <source>The two are not the same. Type the second one again.</source>
      <translation>Die beiden stimmen nicht überein. Die zweite noch einmal eingeben.</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_pair.py" />
      <source>Type a passphrase.</source>
      <translation>Eine Passphrase eingeben.</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_part.py" />
      <source>Change it</source>
      <translation>Ändern</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_part.py" />
      <source>It opens your history beside the keyring.</source>
      <translation>Sie öffnet den Verlauf neben dem Schlüsselbund.</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_part.py" />
      <source>Only the passphrase and the recovery key open your history; Sotto asks at every start.</source>
      <translation>Nur die Passphrase und der Wiederherstellungsschlüssel öffnen den Verlauf; Sotto fragt bei jedem Start.</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_part.py" />
      <source>Passphrase</source>
      <translation>Passphrase</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_part.py" />
      <source>Remove it</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_part.py" />
      <source>Set a passphrase</source>
      <translation>Passphrase setzen</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_part.py" />
      <source>Take the key out of the keyring: ask for the passphrase at every start</source>
      <translation>Den Schlüssel aus dem Schlüsselbund nehmen: bei jedem Start nach der Passphrase fragen</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_part.py" />
      <source>The two are not the same.</source>
      <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
      <location filename="dialogs/passphrase_part.py" />
      <source>There is none. Your history opens with this computer's keyring.</source>
      <translation>Es gibt keine. Der Verlauf öffnet sich mit dem Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
      <location filename="dialogs/recovery_part.py" />
      <source>Confirm</source>
      <translation>Bestätigen</translation>
    </message>
    <message>
      <location filename="dialogs/recovery_part.py" />
      <source>Copy it</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="dialogs/recovery_part.py" />
      <source>It was written down and typed back. A new one takes its place.</source>
      <translation>Er wurde aufgeschrieben und zurückgetippt. Ein neuer tritt an seine Stelle.</translation>
    </message>
    <message>
      <location filename="dialogs/recovery_part.py" />
      <source>Later</source>
      <translation>Später</translation>
    </message>
    <message>
      <location filename="dialogs/recovery_part.py" />
      <source>Make a recovery key</source>
      <translation>Wiederherstellungsschlüssel machen</translation>
    </message>
    <message>
      <location filename="dialogs/recovery_part.py" />
      <source>Recovery key</source>
      <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
      <location filename="dialogs/recovery_part.py" />
      <source>The recovery key, typed back</source>
      <translation>Der Wiederherstellungsschlüssel, zurückgetippt</translation>
    </message>
    <message>
      <location filename="dialogs/recovery_part.py" />
      <source>There is none yet. It opens your history and its backups on any computer, also when this one's keyring is gone. Until there is one, backups open only with this keyring.</source>
      <translation>Noch gibt es keinen. Er öffnet den Verlauf und seine Sicherungen auf jedem Rechner, auch wenn der Schlüsselbund dieses Rechners verloren ist. Bis dahin öffnen sich Sicherungen nur mit diesem Schlüsselbund.</translation>
    </message>
    <message>
      <location filename="dialogs/recovery_part.py" />
      <source>There is one that was never typed back, so nobody knows whether it was written down.</source>
      <translation>Es gibt einen, der nie zurückgetippt wurde; niemand weiß also, ob er aufgeschrieben ist.</translation>
    </message>
    <message>
      <location filename="dialogs/recovery_part.py" />
      <source>Write it down and keep it away from this computer. It is shown only now. Then type it back:</source>
      <translation>Aufschreiben und fern von diesem Rechner aufbewahren. Er wird nur jetzt gezeigt. Dann zurücktippen:</translation>
    </message>
    <message>
      <location filename="dialogs/retention_dialog.py" />
      <source>Deleting by itself</source>
      <translation>Von selbst löschen</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>A conversation in which nothing has changed for {span} is deleted for ever. Pinned ones stay, and so do those that you keep for longer by their own menu.</source>
      <translation>Ein Gespräch, in dem sich seit {span} nichts geändert hat, wird für immer gelöscht. Angeheftete bleiben, ebenso jene, die über ihr eigenes Menü länger behalten werden.</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>Backups made before keep what they hold until newer ones take their place, or until you delete them.</source>
      <translation>Frühere Sicherungen behalten, was sie enthalten, bis neuere an ihre Stelle treten oder bis sie gelöscht werden.</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>Conversations are kept until you delete them.</source>
      <translation>Gespräche bleiben, bis sie gelöscht werden.</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>Delete after so long without a change</source>
      <translation>Nach so langer Zeit ohne Änderung löschen</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>Delete it</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>Delete one conversation now?</source>
      <translation>Jetzt ein Gespräch löschen?</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>Delete {count} conversations</source>
      <translation>{count} Gespräche löschen</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>Delete {count} conversations now?</source>
      <translation>Jetzt {count} Gespräche löschen?</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>One backup may still hold something of it, until {day} at the latest.</source>
      <translation>Eine Sicherung kann noch etwas davon enthalten, längstens bis {day}.</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>One conversation has not changed for {span} and would be deleted for ever now. Nothing brings it back.</source>
      <translation>Ein Gespräch hat sich seit {span} nicht geändert und würde jetzt für immer gelöscht. Nichts bringt es zurück.</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>The page Backups in the settings names them.</source>
      <translation>Die Seite „Sicherungen“ in den Einstellungen nennt sie.</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>This conversation is deleted for ever once nothing has changed in it for {span}. While it is pinned it stays.</source>
      <translation>Dieses Gespräch wird für immer gelöscht, sobald sich darin seit {span} nichts geändert hat. Solange es angeheftet ist, bleibt es.</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>This conversation is kept until you delete it.</source>
      <translation>Dieses Gespräch bleibt, bis es gelöscht wird.</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>{count} backups may still hold something of it, until {day} at the latest.</source>
      <translation>{count} Sicherungen können noch etwas davon enthalten, längstens bis {day}.</translation>
    </message>
    <message>
      <location filename="dialogs/retention_part.py" />
      <source>{count} conversations have not changed for {span} and would be deleted for ever now. Nothing brings them back.</source>
      <translation>{count} Gespräche haben sich seit {span} nicht geändert und würden jetzt für immer gelöscht. Nichts bringt sie zurück.</translation>
    </message>
    <message>
      <location filename="dialogs/shortcut_row.py" />
      <source>Back to the usual key</source>
      <translation>Zurück zur üblichen Taste</translation>
    </message>
    <message>
      <location filename="dialogs/shortcut_row.py" />
      <source>The key of “{command}”</source>
      <translation>Die Taste von „{command}“</translation>
    </message>
    <message>
      <location filename="dialogs/shortcut_row.py" />
      <source>Use it here</source>
      <translation>Hier verwenden</translation>
    </message>
    <message>
      <location filename="dialogs/shortcut_row.py" />
      <source>{key} is the key of “{command}”.</source>
      <translation>{key} ist die Taste von „{command}“.</translation>
    </message>
    <message>
      <location filename="dialogs/shortcuts_part.py" />
      <source>All usual keys</source>
      <translation>Alle üblichen Tasten</translation>
    </message>
    <message>
      <location filename="dialogs/shortcuts_part.py" />
      <source>Keys of the commands</source>
      <translation>Tasten der Befehle</translation>
    </message>
    <message>
      <location filename="dialogs/shortcuts_part.py" />
      <source>Press a key's button, then the keys that you would rather use. Backspace takes a key away.</source>
      <translation>Auf die Taste drücken, dann die lieber gewünschten Tasten. Die Rücktaste nimmt eine Taste weg.</translation>
    </message>
    <message>
      <location filename="dialogs/words_dialog.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="dialogs/words_dialog.py" />
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>1 conversation</source>
      <translation>1 Gespräch</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>1 file</source>
      <translation>1 Datei</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>1 message</source>
      <translation>1 Nachricht</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>Here already: {count}. Only what is new is added.</source>
      <translation>Schon hier: {count}. Nur Neues kommt hinzu.</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>In the trash here, where they stay: {count}.</source>
      <translation>Hier im Papierkorb, wo sie bleiben: {count}.</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>Left out:</source>
      <translation>Weggelassen:</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>New: {added}. Grown: {grown}. Unchanged: {known}.</source>
      <translation>Neu: {added}. Gewachsen: {grown}. Unverändert: {known}.</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>With {files} ({size}).</source>
      <translation>Mit {files} ({size}).</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>You have ended it. What had come in by then is here.</source>
      <translation>Vorzeitig beendet. Was bis dahin hereingekommen war, ist hier.</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>{count} conversations</source>
      <translation>{count} Gespräche</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>{count} messages</source>
      <translation>{count} Nachrichten</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>{messages} and {files} in all.</source>
      <translation>Zusammen {messages} und {files}.</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>{program}: {conversations} with {messages}, {size}.</source>
      <translation>{program}: {conversations} mit {messages}, {size}.</translation>
    </message>
    <message>
      <location filename="exchange/exchange_words.py" />
      <source>· and {count} other reasons</source>
      <translation>· und {count} andere Gründe</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>All of them</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Branches</source>
      <translation>Zweige</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Copied.</source>
      <translation>Kopiert.</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Detail</source>
      <translation>Umfang</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Encrypt it with a passphrase</source>
      <translation>Mit einer Passphrase verschlüsseln</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Everything, so that it can be brought back</source>
      <translation>Alles, damit es sich zurückholen lässt</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Export {count} conversations</source>
      <translation>{count} Gespräche exportieren</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Exported as “{name}”.</source>
      <translation>Exportiert als „{name}“.</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Export…</source>
      <translation>Exportieren …</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>JSON</source>
      <translation>JSON</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>JSON holds everything there is.</source>
      <translation>JSON enthält alles, was es gibt.</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Markdown</source>
      <translation>Markdown</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Only the passphrase opens it again, and only in Sotto. Keep it well.</source>
      <translation>Nur die Passphrase öffnet es wieder, und nur in Sotto. Gut aufbewahren.</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Only what was said</source>
      <translation>Nur was gesagt wurde</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Plain text</source>
      <translation>Reiner Text</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Puts it on the clipboard instead of into a file</source>
      <translation>Legt es in die Zwischenablage statt in eine Datei</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Show folder</source>
      <translation>Ordner zeigen</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>The one that is shown</source>
      <translation>Der gezeigte</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>The one that you chose</source>
      <translation>Der ausgewählte</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Thoughts and calls as well</source>
      <translation>Auch Gedanken und Aufrufe</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>Web page</source>
      <translation>Webseite</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>What goes along</source>
      <translation>Was mitgeht</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>What is attached is only named; as JSON it comes along.</source>
      <translation>Angehängtes wird nur genannt; als JSON kommt es mit.</translation>
    </message>
    <message>
      <location filename="exchange/export_dialog.py" />
      <source>What is exported is not encrypted: whoever gets hold of it can read it.</source>
      <translation>Was exportiert wird, ist nicht verschlüsselt: Wer es in die Hand bekommt, kann es lesen.</translation>
    </message>
    <message>
      <location filename="exchange/import_dialog.py" />
      <source>Choose a file…</source>
      <translation>Datei wählen …</translation>
    </message>
    <message>
      <location filename="exchange/import_dialog.py" />
      <source>Choose a folder…</source>
      <translation>Ordner wählen …</translation>
    </message>
    <message>
      <location filename="exchange/import_dialog.py" />
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <location filename="exchange/import_dialog.py" />
      <source>Open it</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <location filename="exchange/import_dialog.py" />
      <source>Passphrase of the file</source>
      <translation>Passphrase der Datei</translation>
    </message>
    <message>
      <location filename="exchange/import_dialog.py" />
      <source>Takes in what ChatGPT, Claude, Open WebUI, LibreChat, Jan, Chatbox, Cherry Studio, Gemini, llm, the OpenAI Agents SDK and Sotto itself have exported. Nothing is taken in twice.</source>
      <translation>Nimmt auf, was ChatGPT, Claude, Open WebUI, LibreChat, Jan, Chatbox, Cherry Studio, Gemini, llm, das OpenAI Agents SDK und Sotto selbst exportiert haben. Nichts wird zweimal aufgenommen.</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>A message came without what is needed to read it.</source>
      <translation>Einer Nachricht fehlte, was zum Lesen nötig ist.</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>A message was changed in the file after it was written: it comes as it stands there.</source>
      <translation>Eine Nachricht wurde in der Datei geändert: Sie kommt, wie sie dort steht.</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>A part of the file is none that this version knows.</source>
      <translation>Ein Teil der Datei ist keiner, den diese Version kennt.</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Activity in HTML. Ask Google Takeout for it once more, and choose JSON as its format</source>
      <translation>Aktivitäten als HTML. Bei Google Takeout noch einmal anfordern, als JSON</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>An attached file does not lie beside the Markdown.</source>
      <translation>Eine angehängte Datei liegt nicht neben dem Markdown.</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Attachments that are larger than Sotto keeps</source>
      <translation>Anhänge, die größer sind, als Sotto sie aufbewahrt</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Attachments that are not in the export</source>
      <translation>Anhänge, die nicht im Export liegen</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Attachments that cannot be read</source>
      <translation>Anhänge, die sich nicht lesen lassen</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Bounds between conversations: the export does not tell them, so half an hour of silence does</source>
      <translation>Grenzen zwischen Gesprächen: Der Export nennt sie nicht, darum trennt eine halbe Stunde Stille</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Conversations that are larger than Sotto takes in</source>
      <translation>Gespräche, die größer sind, als Sotto sie aufnimmt</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Conversations that were there twice</source>
      <translation>Gespräche, die doppelt da waren</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Conversations whose files are damaged</source>
      <translation>Gespräche, deren Dateien beschädigt sind</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Conversations whose parts do not fit together</source>
      <translation>Gespräche, deren Teile nicht zusammenpassen</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Conversations without a single message</source>
      <translation>Gespräche ohne eine einzige Nachricht</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Documents that belong to a project and to none of its conversations</source>
      <translation>Dokumente, die zu einem Projekt gehören und zu keinem seiner Gespräche</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Entries that are no conversations</source>
      <translation>Einträge, die keine Gespräche sind</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Entries that are no messages</source>
      <translation>Einträge, die keine Nachrichten sind</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Entries that are no questions, such as feedback</source>
      <translation>Einträge, die keine Fragen sind, etwa Bewertungen</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Files of the export that are damaged or break off</source>
      <translation>Dateien des Exports, die beschädigt sind oder abbrechen</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Files that are no Markdown</source>
      <translation>Dateien, die kein Markdown sind</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Files without text that can be read</source>
      <translation>Dateien ohne lesbaren Text</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Links that led back into themselves</source>
      <translation>Verweise, die zu sich selbst zurückführten</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Messages that the program has locked with a key of its own</source>
      <translation>Nachrichten, die das Programm mit eigenem Schlüssel verschlossen hat</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Messages that were there twice</source>
      <translation>Nachrichten, die doppelt da waren</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Newest messages may be missing: close the program that the database is of, then import again</source>
      <translation>Die neuesten Nachrichten können fehlen: das Programm zur Datenbank schließen, dann noch einmal importieren</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Parts of messages of a kind that Sotto does not know</source>
      <translation>Teile von Nachrichten einer Art, die Sotto nicht kennt</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>Texts that are larger than Sotto takes in</source>
      <translation>Texte, die größer sind, als Sotto sie aufnimmt</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>The content of an attached file was not whole.</source>
      <translation>Der Inhalt einer angehängten Datei war nicht vollständig.</translation>
    </message>
    <message>
      <location filename="exchange/reasons.py" />
      <source>The file was written by a newer version of Sotto, and this one cannot read it.</source>
      <translation>Die Datei stammt von einem neueren Sotto, und dieses kann sie nicht lesen.</translation>
    </message>
    <message>
      <location filename="exchange/sheet_dialog.py" />
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <location filename="exchange_acts.py" />
      <source>Drop to import</source>
      <translation>Zum Importieren ablegen</translation>
    </message>
    <message>
      <location filename="exchange_acts.py" />
      <source>One file or folder at a time. Of an export in several parts, choose the folder.</source>
      <translation>Eine Datei oder ein Ordner auf einmal. Von einem Export in mehreren Teilen den Ordner wählen.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>A conversation is too large</source>
      <translation>Ein Gespräch ist zu groß</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>A file may have up to 50 MB.</source>
      <translation>Eine Datei darf bis zu 50 MB haben.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>A newer Sotto has written the file</source>
      <translation>Ein neueres Sotto hat die Datei geschrieben</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Attach a smaller one, or a part of it.</source>
      <translation>Eine kleinere anhängen, oder einen Teil davon.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Attach the pages as pictures, or a version with text.</source>
      <translation>Die Seiten als Bilder anhängen, oder eine Fassung mit Text.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Attach the part of it that matters.</source>
      <translation>Den Teil anhängen, auf den es ankommt.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Check where it is and who may read it, then choose it again.</source>
      <translation>Nachsehen, wo sie liegt und wer sie lesen darf, dann erneut wählen.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Choose another file.</source>
      <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Choose another one.</source>
      <translation>Eine andere wählen.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Choose the export as the program made it, a packed one as it is.</source>
      <translation>Den Export wählen, wie das Programm ihn gemacht hat; einen gepackten so, wie er ist.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Choose the folder or the file of the export alone.</source>
      <translation>Nur den Ordner oder die Datei des Exports wählen.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Enter that passphrase.</source>
      <translation>Geben Sie diese Passphrase ein.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Export it by itself without its pictures and files, then import that.</source>
      <translation>Es allein ohne seine Bilder und Dateien exportieren, dann das importieren.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Export the conversations anew from the program that they come from.</source>
      <translation>Die Gespräche aus dem Programm, aus dem sie kommen, neu exportieren.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>In Cherry Studio, export the topics as Markdown or JSON, then import those files.</source>
      <translation>In Cherry Studio die Themen als Markdown oder JSON exportieren, dann diese Dateien importieren.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>It is a copy of the program's own storage, and not an export.</source>
      <translation>Es ist eine Kopie des eigenen Speichers jenes Programms und kein Export.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>It is no longer there, or it may not be read.</source>
      <translation>Sie ist nicht mehr da oder darf nicht gelesen werden.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>It is not what its beginning says, or a part of it is missing.</source>
      <translation>Sie ist nicht, was ihr Anfang sagt, oder ein Teil fehlt.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>It is small by itself, but what is packed into it is larger than Sotto unpacks.</source>
      <translation>Sie selbst ist klein, aber was darin gepackt ist, ist größer, als Sotto auspackt.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>It may hold pictures of its pages, as a scanner makes them.</source>
      <translation>Es kann Bilder seiner Seiten enthalten, wie ein Scanner sie macht.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>It opens only with a password.</source>
      <translation>Sie öffnet sich nur mit einem Passwort.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>It opens with the passphrase that was chosen when it was exported.</source>
      <translation>Sie öffnet sich mit der Passphrase, die beim Exportieren gewählt wurde.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>It was given up, so that nothing else has to wait for it.</source>
      <translation>Es wurde aufgegeben, damit nichts anderes darauf warten muss.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Its parts lie within one another more often than any program writes them.</source>
      <translation>Ihre Teile liegen öfter ineinander, als irgendein Programm sie schreibt.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Nothing to import was found</source>
      <translation>Nichts zum Importieren gefunden</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>One conversation in the file is larger than Sotto takes in.</source>
      <translation>Ein Gespräch in der Datei ist größer, als Sotto es aufnimmt.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Only Cherry Studio can read this backup</source>
      <translation>Nur Cherry Studio kann diese Sicherung lesen</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Open it in the program that made it and save it anew, then use that.</source>
      <translation>Sie in ihrem Programm öffnen und neu speichern, dann diese verwenden.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Reading the file took too long</source>
      <translation>Das Lesen der Datei dauerte zu lange</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Save a copy without the password, then use that.</source>
      <translation>Eine Kopie ohne Passwort speichern, dann diese verwenden.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Save it as one of these, then attach that.</source>
      <translation>Als eine von diesen speichern, dann diese anhängen.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Sotto reads pictures (PNG, JPEG, WebP, GIF), PDF and DOCX documents, and files of plain text.</source>
      <translation>Sotto liest Bilder (PNG, JPEG, WebP, GIF), PDF- und DOCX-Dokumente und Dateien mit reinem Text.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The export is packed twice</source>
      <translation>Der Export ist zweimal gepackt</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file cannot be opened</source>
      <translation>Die Datei lässt sich nicht öffnen</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file cannot be used</source>
      <translation>Die Datei ist nicht brauchbar</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file could not be read</source>
      <translation>Die Datei war nicht zu lesen</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file holds another packed file, and Sotto opens only the outer one.</source>
      <translation>Die Datei enthält eine weitere gepackte Datei, und Sotto öffnet nur die äußere.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file holds too much text</source>
      <translation>Die Datei enthält zu viel Text</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file is damaged</source>
      <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file is empty</source>
      <translation>Die Datei ist leer</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file is nested too deep</source>
      <translation>Die Datei ist zu tief verschachtelt</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file is not the export of a program that Sotto knows.</source>
      <translation>Die Datei ist nicht der Export eines Programms, das Sotto kennt.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file is protected</source>
      <translation>Die Datei ist geschützt</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file is sealed</source>
      <translation>Die Datei ist versiegelt</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file is too large</source>
      <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The file unpacks too large</source>
      <translation>Die Datei wird ausgepackt zu groß</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The folder or the packed file holds more files than Sotto looks through.</source>
      <translation>Der Ordner oder die gepackte Datei enthält mehr Dateien, als Sotto durchsieht.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The pages could not be made</source>
      <translation>Die Seiten ließen sich nicht erstellen</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The passphrase does not fit</source>
      <translation>Die Passphrase passt nicht</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The process that makes them broke off. Nothing has been written.</source>
      <translation>Der Prozess, der sie erstellt, ist abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>The process that reads files broke off over it. Nothing else was harmed.</source>
      <translation>Der Prozess, der Dateien liest, ist daran abgebrochen. Sonst ist nichts geschehen.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>There are too many files</source>
      <translation>Es sind zu viele Dateien</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>There is more text in it than any model could be given.</source>
      <translation>Darin ist mehr Text, als man irgendeinem Modell geben könnte.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>There is no text in the document</source>
      <translation>Im Dokument ist kein Text</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>There is nothing in the file.</source>
      <translation>In der Datei ist nichts.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>This kind of file cannot be read</source>
      <translation>Dateien dieser Art lassen sich nicht lesen</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>This one does not know its form yet.</source>
      <translation>Dieses hier kennt deren Form noch nicht.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>This passphrase does not open the file.</source>
      <translation>Diese Passphrase öffnet die Datei nicht.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Try again. Capitals and spaces count.</source>
      <translation>Versuchen Sie es noch einmal. Großschreibung und Leerzeichen zählen.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Try once more, or export another format.</source>
      <translation>Versuchen Sie es noch einmal, oder exportieren Sie ein anderes Format.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Try once more, or use a part of it.</source>
      <translation>Es noch einmal versuchen oder einen Teil davon verwenden.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Try once more. If it stays so, save the file in another way and use that.</source>
      <translation>Es noch einmal versuchen. Bleibt es so, die Datei auf andere Art speichern und diese verwenden.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Unpack the outer file, then import the inner one.</source>
      <translation>Die äußere Datei entpacken, dann die innere importieren.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Update Sotto, then try again.</source>
      <translation>Aktualisieren Sie Sotto und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
      <location filename="file_wording.py" />
      <source>Use a smaller one, or a part of it.</source>
      <translation>Eine kleinere verwenden, oder einen Teil davon.</translation>
    </message>
    <message>
      <location filename="find_here.py" />
      <source>Not found</source>
      <translation>Nicht gefunden</translation>
    </message>
    <message>
      <location filename="find_here.py" />
      <source>{place} of {count}</source>
      <translation>{place} von {count}</translation>
    </message>
    <message>
      <location filename="find_here.py" />
      <source>{place} of {count} so far</source>
      <translation>{place} von {count} bisher</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>1 record</source>
      <translation>1 Eintrag</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Choose the one to restore; the newest is at the top.</source>
      <translation>Die wählen, die wiederhergestellt werden soll; die neueste steht oben.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Enter the recovery key or the passphrase that opened the history when the backup was made.</source>
      <translation>Den Wiederherstellungsschlüssel oder die Passphrase eingeben, die den Verlauf öffneten, als die Sicherung entstand.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>It is kept in the same folder under another name. Nothing else is changed.</source>
      <translation>Sie bleibt im selben Ordner unter einem anderen Namen erhalten. Sonst wird nichts verändert.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>It is unpacked and proved first. Until that is done, nothing else is touched.</source>
      <translation>Sie wird zuerst ausgepackt und geprüft. Bis dahin wird nichts anderes angerührt.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Left out, because it belonged to something lost: {records}.</source>
      <translation>Weggelassen, weil es zu Verlorenem gehörte: {records}.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Lost: {messages}. Where each stood, a line says so.</source>
      <translation>Verloren: {messages}. Wo jede stand, sagt es eine Zeile.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Messages whose conversation was lost are now in {recovered}.</source>
      <translation>Nachrichten, deren Gespräch verloren ging, sind jetzt hier: {recovered}.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Move that file aside</source>
      <translation>Diese Datei beiseitelegen</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Not all could be read of: {parts}.</source>
      <translation>Nicht alles war zu lesen von: {parts}.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Nothing is missing.</source>
      <translation>Nichts fehlt.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Open the history to go on.</source>
      <translation>Zum Weitermachen den Verlauf öffnen.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Opening it moves the damaged file aside and keeps it.</source>
      <translation>Beim Öffnen wird die beschädigte Datei beiseitegelegt und aufgehoben.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Read: {conversations} and {messages}.</source>
      <translation>Gelesen: {conversations} und {messages}.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Rescue what can be read…</source>
      <translation>Retten, was zu lesen ist …</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Rescuing what can be read</source>
      <translation>Was zu lesen ist, wird gerettet</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Restore a backup</source>
      <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Restore a backup…</source>
      <translation>Sicherung wiederherstellen …</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Restoring the backup</source>
      <translation>Die Sicherung wird wiederhergestellt</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>The backup has been restored</source>
      <translation>Die Sicherung ist wiederhergestellt</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>The backup is locked</source>
      <translation>Die Sicherung ist verschlossen</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>The backup takes the place of the history here, which is moved aside and kept.</source>
      <translation>Die Sicherung tritt an die Stelle des Verlaufs, der beiseitegelegt und aufgehoben wird.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>The damaged file is read piece by piece into a new one, and stays as it is.</source>
      <translation>Die beschädigte Datei wird Stück für Stück in eine neue gelesen und bleibt, wie sie ist.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>The damaged file was gone already.</source>
      <translation>Die beschädigte Datei war schon fort.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>The file is out of the way</source>
      <translation>Die Datei ist aus dem Weg</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>The history becomes what it was on the backup's day. What is here now is moved aside and kept.</source>
      <translation>Der Verlauf wird, was er am Tag der Sicherung war. Was jetzt hier ist, wird beiseitegelegt und aufgehoben.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>The rescued history is in place</source>
      <translation>Der gerettete Verlauf ist an seinem Platz</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>There is no backup in Sotto's own folder. Choose a file instead.</source>
      <translation>In Sottos eigenem Ordner liegt keine Sicherung. Stattdessen eine Datei wählen.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>There was nothing else to keep.</source>
      <translation>Sonst war nichts aufzuheben.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>They are in the folder
{folder}</source>
      <translation>Sie sind im Ordner
{folder}</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>This computer's keyring does not open it.</source>
      <translation>Der Schlüsselbund dieses Rechners öffnet sie nicht.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>What could be read is rescued</source>
      <translation>Was zu lesen war, ist gerettet</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>What was there before is kept in the folder {folder} as
{name}</source>
      <translation>Was vorher da war, liegt im Ordner {folder} als
{name}</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>Whatever can still be read goes into a new history. The damaged file stays as it is.</source>
      <translation>Was noch zu lesen ist, kommt in einen neuen Verlauf. Die beschädigte Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>assistants</source>
      <translation>Assistenten</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>attachments</source>
      <translation>Anhänge</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>branches</source>
      <translation>Zweige</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>drafts</source>
      <translation>Entwürfe</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>edited messages</source>
      <translation>bearbeitete Nachrichten</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>folders</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>marks and records</source>
      <translation>Merkzeichen und Aufzeichnungen</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>records of what was sent</source>
      <translation>Aufzeichnungen des Gesendeten</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>replies that were being written</source>
      <translation>Antworten, die gerade entstanden</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>saved prompts</source>
      <translation>gespeicherte Vorlagen</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>statistics</source>
      <translation>Statistik</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>summaries</source>
      <translation>Zusammenfassungen</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>titles of conversations</source>
      <translation>Titel von Gesprächen</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>{conversations} called “Recovered conversation”</source>
      <translation>{conversations} mit dem Namen „Recovered conversation“</translation>
    </message>
    <message>
      <location filename="first_aid_words.py" />
      <source>{count} records</source>
      <translation>{count} Einträge</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>A call</source>
      <translation>Ein Aufruf</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>About {count} of {budget} tokens, give or take {off}</source>
      <translation>Etwa {count} von {budget} Tokens, plus oder minus {off}</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>As much as fits</source>
      <translation>So viel passt</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Everything or nothing</source>
      <translation>Alles oder nichts</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>First turn, then what fits</source>
      <translation>Erste Runde, dann so viel passt</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Newest messages</source>
      <translation>Neueste Nachrichten</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Newest turns</source>
      <translation>Neueste Runden</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Not sent: a call without its result</source>
      <translation>Nicht gesendet: ein Aufruf ohne Ergebnis</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Not sent: a result without its call</source>
      <translation>Nicht gesendet: ein Ergebnis ohne Aufruf</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Not sent: further back than is wanted</source>
      <translation>Nicht gesendet: weiter zurück als gewünscht</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Not sent: the summary stands for it</source>
      <translation>Nicht gesendet: Die Zusammenfassung steht dafür</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Not sent: there is no text in it</source>
      <translation>Nicht gesendet: kein Text darin</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Not sent: thinking without what came of it</source>
      <translation>Nicht gesendet: Nachdenken ohne das, was daraus wurde</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Not sent: too far back, there is no room</source>
      <translation>Nicht gesendet: zu weit zurück, kein Platz</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Not sent: you deleted it</source>
      <translation>Nicht gesendet: gelöscht</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Not sent: you left it out</source>
      <translation>Nicht gesendet: ausgelassen</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Sent as far as it got</source>
      <translation>Gesendet, soweit sie kam</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Sent in any case: pinned</source>
      <translation>In jedem Fall gesendet: angeheftet</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Sent, and deleted since</source>
      <translation>Gesendet und seither gelöscht</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Sent, shortened</source>
      <translation>Gesendet, verkürzt</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>The newest messages: {count}</source>
      <translation>Die neuesten Nachrichten: {count}</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>The newest turns: {count}</source>
      <translation>Die neuesten Runden: {count}</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Thinking</source>
      <translation>Nachdenken</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>Tool</source>
      <translation>Werkzeug</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>You</source>
      <translation>Ich</translation>
    </message>
    <message>
      <location filename="ledger_words.py" />
      <source>{count} of {budget} tokens</source>
      <translation>{count} von {budget} Tokens</translation>
    </message>
    <message>
      <location filename="measures.py" />
      <source>about 1 hour</source>
      <translation>etwa 1 Stunde</translation>
    </message>
    <message>
      <location filename="measures.py" />
      <source>about 1 minute</source>
      <translation>etwa 1 Minute</translation>
    </message>
    <message>
      <location filename="measures.py" />
      <source>about {count} hours</source>
      <translation>etwa {count} Stunden</translation>
    </message>
    <message>
      <location filename="measures.py" />
      <source>about {count} minutes</source>
      <translation>etwa {count} Minuten</translation>
    </message>
    <message>
      <location filename="measures.py" />
      <source>about {count} seconds</source>
      <translation>etwa {count} Sekunden</translation>
    </message>
    <message>
      <location filename="message_acts.py" />
      <source>Message deleted</source>
      <translation>Nachricht gelöscht</translation>
    </message>
    <message>
      <location filename="message_acts.py" />
      <source>Message edited</source>
      <translation>Nachricht bearbeitet</translation>
    </message>
    <message>
      <location filename="message_acts.py" />
      <source>The edit was given up</source>
      <translation>Die Bearbeitung wurde aufgegeben</translation>
    </message>
    <message>
      <location filename="message_acts.py" />
      <source>What followed stays on its own branch</source>
      <translation>Was folgte, bleibt auf einem eigenen Zweig</translation>
    </message>
    <message>
      <location filename="panels/act_line.py" />
      <source>Takes back what was just done</source>
      <translation>Nimmt zurück, was eben getan wurde</translation>
    </message>
    <message>
      <location filename="panels/backups_page.py" />
      <source>All files</source>
      <translation>Alle Dateien</translation>
    </message>
    <message>
      <location filename="panels/backups_page.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="panels/backups_page.py" />
      <source>Backups, the newest first</source>
      <translation>Sicherungen, die neueste zuerst</translation>
    </message>
    <message>
      <location filename="panels/backups_page.py" />
      <source>Choose a backup</source>
      <translation>Sicherung wählen</translation>
    </message>
    <message>
      <location filename="panels/backups_page.py" />
      <source>Restore this backup</source>
      <translation>Diese Sicherung wiederherstellen</translation>
    </message>
    <message>
      <location filename="panels/context_body.py" />
      <source>Go to it</source>
      <translation>Dorthin gehen</translation>
    </message>
    <message>
      <location filename="panels/context_body.py" />
      <source>Leave out</source>
      <translation>Auslassen</translation>
    </message>
    <message>
      <location filename="panels/context_body.py" />
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <location filename="panels/context_body.py" />
      <source>Pin</source>
      <translation>Anheften</translation>
    </message>
    <message>
      <location filename="panels/context_body.py" />
      <source>Send again</source>
      <translation>Wieder senden</translation>
    </message>
    <message>
      <location filename="panels/context_body.py" />
      <source>Unpin</source>
      <translation>Loslösen</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>Changed how much is sent</source>
      <translation>Geändert, wie viel gesendet wird</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>In your words.</source>
      <translation>In eigenen Worten.</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>It has been deleted since.</source>
      <translation>Sie wurde seither gelöscht.</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>It is sent in place of the first {messages}, which stay as they are. {author}</source>
      <translation>Sie wird anstelle der ersten {messages} gesendet, die bleiben, wie sie sind. {author}</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>Left out: it is not sent</source>
      <translation>Ausgelassen: wird nicht gesendet</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>Not pinned any more</source>
      <translation>Nicht länger angeheftet</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>Only the service that made it can read it.</source>
      <translation>Nur der Dienst, der es gemacht hat, kann es lesen.</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>Pinned: it is sent in any case</source>
      <translation>Angeheftet: wird in jedem Fall gesendet</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>Sent again</source>
      <translation>Wieder gesendet</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>Summary</source>
      <translation>Zusammenfassung</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>Summary changed</source>
      <translation>Zusammenfassung geändert</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>Summary deleted: the messages are sent themselves again</source>
      <translation>Zusammenfassung gelöscht: Die Nachrichten selbst werden wieder gesendet</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>Summed up</source>
      <translation>Zusammengefasst</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>This was sent as it stands.</source>
      <translation>Das wurde so gesendet, wie es dasteht.</translation>
    </message>
    <message>
      <location filename="panels/context_deeds.py" />
      <source>Written by {model}.</source>
      <translation>Geschrieben von {model}.</translation>
    </message>
    <message>
      <location filename="panels/context_list.py" />
      <source>Do not pin it any more</source>
      <translation>Nicht länger anheften</translation>
    </message>
    <message>
      <location filename="panels/context_list.py" />
      <source>Go to the message</source>
      <translation>Zur Nachricht gehen</translation>
    </message>
    <message>
      <location filename="panels/context_list.py" />
      <source>Leave it out</source>
      <translation>Auslassen</translation>
    </message>
    <message>
      <location filename="panels/context_list.py" />
      <source>Open the summary</source>
      <translation>Zusammenfassung öffnen</translation>
    </message>
    <message>
      <location filename="panels/context_list.py" />
      <source>Pin: send it in any case</source>
      <translation>Anheften: in jedem Fall senden</translation>
    </message>
    <message>
      <location filename="panels/context_list.py" />
      <source>Read the instructions</source>
      <translation>Anweisungen lesen</translation>
    </message>
    <message>
      <location filename="panels/context_list.py" />
      <source>Send it again</source>
      <translation>Wieder senden</translation>
    </message>
    <message>
      <location filename="panels/context_list.py" />
      <source>What is sent, and what is not</source>
      <translation>Was gesendet wird und was nicht</translation>
    </message>
    <message>
      <location filename="panels/context_meter.py" />
      <source>{share} tokens of what the model reads</source>
      <translation>{share} Tokens von dem, was das Modell liest</translation>
    </message>
    <message>
      <location filename="panels/context_meter.py" />
      <source>{tokens} of {budget}</source>
      <translation>{tokens} von {budget}</translation>
    </message>
    <message>
      <location filename="panels/context_model.py" />
      <source>Comes on top of that</source>
      <translation>Kommt noch dazu</translation>
    </message>
    <message>
      <location filename="panels/context_model.py" />
      <source>Deleted</source>
      <translation>Gelöscht</translation>
    </message>
    <message>
      <location filename="panels/context_model.py" />
      <source>Files of the draft</source>
      <translation>Dateien des Entwurfs</translation>
    </message>
    <message>
      <location filename="panels/context_model.py" />
      <source>Sent in place of the first {count}</source>
      <translation>Anstelle der ersten {count} gesendet</translation>
    </message>
    <message>
      <location filename="panels/context_model.py" />
      <source>Your next question</source>
      <translation>Die nächste Frage</translation>
    </message>
    <message>
      <location filename="panels/context_model.py" />
      <source>deleted since</source>
      <translation>seither gelöscht</translation>
    </message>
    <message>
      <location filename="panels/context_model.py" />
      <source>edited</source>
      <translation>bearbeitet</translation>
    </message>
    <message>
      <location filename="panels/context_model.py" />
      <source>only the service can read it</source>
      <translation>nur der Dienst kann es lesen</translation>
    </message>
    <message>
      <location filename="panels/context_model.py" />
      <source>pinned</source>
      <translation>angeheftet</translation>
    </message>
    <message>
      <location filename="panels/context_model.py" />
      <source>with files</source>
      <translation>mit Dateien</translation>
    </message>
    <message>
      <location filename="panels/context_model.py" />
      <source>{count} tokens</source>
      <translation>{count} Tokens</translation>
    </message>
    <message>
      <location filename="panels/context_panel.py" />
      <source>How much this model reads is not known, so the limit is a guess.</source>
      <translation>Wie viel dieses Modell liest, ist nicht bekannt; die Grenze ist geschätzt.</translation>
    </message>
    <message>
      <location filename="panels/context_panel.py" />
      <source>Nothing has been asked yet.</source>
      <translation>Noch wurde nichts gefragt.</translation>
    </message>
    <message>
      <location filename="panels/context_panel.py" />
      <source>This does not fit. Leave something out, or let less of the conversation be sent.</source>
      <translation>Das passt nicht. Etwas auslassen, oder weniger vom Gespräch senden lassen.</translation>
    </message>
    <message>
      <location filename="panels/context_panel.py" />
      <source>With your next question, to {model}</source>
      <translation>Mit der nächsten Frage, an {model}</translation>
    </message>
    <message>
      <location filename="panels/conversation_pane.py" />
      <source>The clipboard stays as it is</source>
      <translation>Die Zwischenablage bleibt, wie sie ist</translation>
    </message>
    <message>
      <location filename="panels/empty_page.py" />
      <source>It may be asking for its password in a window of its own.</source>
      <translation>Vielleicht fragt er in einem eigenen Fenster nach seinem Passwort.</translation>
    </message>
    <message>
      <location filename="panels/empty_page.py" />
      <source>Waiting for your keyring</source>
      <translation>Warten auf den Schlüsselbund</translation>
    </message>
    <message>
      <location filename="panels/empty_page.py" />
      <source>What is on your mind?</source>
      <translation>Was gibt es?</translation>
    </message>
    <message>
      <location filename="panels/empty_page.py" />
      <source>What you write here is not stored.</source>
      <translation>Was hier geschrieben wird, wird nicht gespeichert.</translation>
    </message>
    <message>
      <location filename="panels/empty_page.py" />
      <source>What you write is kept encrypted on this computer.</source>
      <translation>Was hier geschrieben wird, bleibt verschlüsselt auf diesem Rechner.</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>A second key, for the worst day</source>
      <translation>Ein zweiter Schlüssel, für den schlimmsten Tag</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Another service…</source>
      <translation>Anderer Dienst …</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Begin</source>
      <translation>Anfangen</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Continue</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Found on this computer:</source>
      <translation>Auf diesem Rechner gefunden:</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>It is sent to OpenAI alone, with each question.</source>
      <translation>Er geht nur an OpenAI, mit jeder Frage.</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Kept in the system's keyring, never in a file.</source>
      <translation>Liegt im Schlüsselbund des Systems, nie in einer Datei.</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Key</source>
      <translation>Schlüssel</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Look around first, with the practice model</source>
      <translation>Erst umsehen, mit dem Übungsmodell</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Looking for servers on this computer…</source>
      <translation>Auf diesem Rechner wird nach Servern gesucht …</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>No server was found on this computer.</source>
      <translation>Auf diesem Rechner wurde kein Server gefunden.</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Not now</source>
      <translation>Jetzt nicht</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>OpenAI, with a key of yours</source>
      <translation>OpenAI, mit eigenem Schlüssel</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>That is all</source>
      <translation>Das ist alles</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>This computer's keyring opens your history. If it is ever lost, a recovery key does.</source>
      <translation>Der Schlüsselbund dieses Rechners öffnet den Verlauf. Geht er je verloren, tut es ein Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Where should answers come from?</source>
      <translation>Woher sollen die Antworten kommen?</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Write below and press Enter. Ctrl and comma opens the settings, F1 lists the keys.</source>
      <translation>Unten schreiben und die Eingabetaste drücken. Strg und Komma öffnet die Einstellungen, F1 zeigt die Tasten.</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>You can change this at any time. What you write is kept encrypted on this computer.</source>
      <translation>Das lässt sich jederzeit ändern. Was hier geschrieben wird, bleibt verschlüsselt auf diesem Rechner.</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>Your key at OpenAI</source>
      <translation>Der eigene Schlüssel bei OpenAI</translation>
    </message>
    <message>
      <location filename="panels/first_run_page.py" />
      <source>{name} on this computer</source>
      <translation>{name} auf diesem Rechner</translation>
    </message>
    <message>
      <location filename="panels/given_panel.py" />
      <source>Earlier request</source>
      <translation>Frühere Anfrage</translation>
    </message>
    <message>
      <location filename="panels/given_panel.py" />
      <source>It is not known: this was not answered from here.</source>
      <translation>Unbekannt: Das wurde nicht von hier beantwortet.</translation>
    </message>
    <message>
      <location filename="panels/given_panel.py" />
      <source>Later request</source>
      <translation>Spätere Anfrage</translation>
    </message>
    <message>
      <location filename="panels/given_panel.py" />
      <source>Request {number} of {count}</source>
      <translation>Anfrage {number} von {count}</translation>
    </message>
    <message>
      <location filename="panels/given_panel.py" />
      <source>What this reply was given</source>
      <translation>Was diese Antwort bekommen hat</translation>
    </message>
    <message>
      <location filename="panels/header.py" />
      <source>Chooses who answers in this conversation</source>
      <translation>Wählt, wer in diesem Gespräch antwortet</translation>
    </message>
    <message>
      <location filename="panels/header.py" />
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="panels/header.py" />
      <source>Opens the settings</source>
      <translation>Öffnet die Einstellungen</translation>
    </message>
    <message>
      <location filename="panels/header.py" />
      <source>Show conversations</source>
      <translation>Gespräche zeigen</translation>
    </message>
    <message>
      <location filename="panels/map_delegate.py" />
      <source>Name of the branch</source>
      <translation>Name des Zweigs</translation>
    </message>
    <message>
      <location filename="panels/map_delegate.py" />
      <source>Without a name</source>
      <translation>Ohne Namen</translation>
    </message>
    <message>
      <location filename="panels/map_list.py" />
      <source>Branches of this conversation</source>
      <translation>Zweige dieses Gesprächs</translation>
    </message>
    <message>
      <location filename="panels/map_list.py" />
      <source>Delete branch</source>
      <translation>Zweig löschen</translation>
    </message>
    <message>
      <location filename="panels/map_list.py" />
      <source>Go there</source>
      <translation>Dorthin gehen</translation>
    </message>
    <message>
      <location filename="panels/map_list.py" />
      <source>Make it the main line</source>
      <translation>Zur Hauptlinie machen</translation>
    </message>
    <message>
      <location filename="panels/map_list.py" />
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <location filename="panels/map_list.py" />
      <source>Move it out</source>
      <translation>Herauslösen</translation>
    </message>
    <message>
      <location filename="panels/map_model.py" />
      <source>1 other way</source>
      <translation>1 anderer Weg</translation>
    </message>
    <message>
      <location filename="panels/map_model.py" />
      <source>Another branch, which ends here</source>
      <translation>Ein anderer Zweig, der hier endet</translation>
    </message>
    <message>
      <location filename="panels/map_model.py" />
      <source>The beginning</source>
      <translation>Der Anfang</translation>
    </message>
    <message>
      <location filename="panels/map_model.py" />
      <source>Without words</source>
      <translation>Ohne Worte</translation>
    </message>
    <message>
      <location filename="panels/map_model.py" />
      <source>folded</source>
      <translation>zugeklappt</translation>
    </message>
    <message>
      <location filename="panels/map_model.py" />
      <source>level {number}</source>
      <translation>Ebene {number}</translation>
    </message>
    <message>
      <location filename="panels/map_model.py" />
      <source>main line</source>
      <translation>Hauptlinie</translation>
    </message>
    <message>
      <location filename="panels/map_model.py" />
      <source>nothing of its own yet</source>
      <translation>noch nichts Eigenes</translation>
    </message>
    <message>
      <location filename="panels/map_model.py" />
      <source>on the shown branch</source>
      <translation>auf dem gezeigten Zweig</translation>
    </message>
    <message>
      <location filename="panels/map_model.py" />
      <source>shown now</source>
      <translation>jetzt gezeigt</translation>
    </message>
    <message>
      <location filename="panels/map_model.py" />
      <source>{count} other ways</source>
      <translation>{count} andere Wege</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>1 branch</source>
      <translation>1 Zweig</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>Branch deleted</source>
      <translation>Zweig gelöscht</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>Delete the other branches</source>
      <translation>Die anderen Zweige löschen</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>Deletes all branches but the one that is shown</source>
      <translation>Löscht alle Zweige außer dem gezeigten</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>Fold all</source>
      <translation>Alle zuklappen</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>Moved into a conversation of its own</source>
      <translation>In ein eigenes Gespräch herausgelöst</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>Prune this conversation?</source>
      <translation>Dieses Gespräch stutzen?</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>Prune…</source>
      <translation>Stutzen …</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>Unfold all</source>
      <translation>Alle aufklappen</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>{branches} deleted</source>
      <translation>{branches} gelöscht</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>{branches} would be deleted, with {messages} that only they hold. What is shown now stays, and becomes the main line. You can undo it.</source>
      <translation>{branches} würden gelöscht, mit {messages}, die nur dort stehen. Was jetzt gezeigt wird, bleibt und wird zur Hauptlinie. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <location filename="panels/map_panel.py" />
      <source>{count} branches</source>
      <translation>{count} Zweige</translation>
    </message>
    <message>
      <location filename="panels/model_choice.py" />
      <source>As usual</source>
      <translation>Wie üblich</translation>
    </message>
    <message>
      <location filename="panels/model_choice.py" />
      <source>Ask “{name}”</source>
      <translation>„{name}“ fragen</translation>
    </message>
    <message>
      <location filename="panels/model_choice.py" />
      <source>Find a model</source>
      <translation>Ein Modell finden</translation>
    </message>
    <message>
      <location filename="panels/model_choice.py" />
      <source>Find a model or an assistant</source>
      <translation>Modell oder Assistent suchen</translation>
    </message>
    <message>
      <location filename="panels/model_choice.py" />
      <source>Nobody</source>
      <translation>Niemand</translation>
    </message>
    <message>
      <location filename="panels/model_choice.py" />
      <source>Who answers</source>
      <translation>Wer antwortet</translation>
    </message>
    <message>
      <location filename="panels/model_choice.py" />
      <source>reads {tokens}</source>
      <translation>liest {tokens}</translation>
    </message>
    <message>
      <location filename="panels/panel_column.py" />
      <source>Takes back what was done last</source>
      <translation>Nimmt zurück, was zuletzt getan wurde</translation>
    </message>
    <message>
      <location filename="panels/policy_choice.py" />
      <source>How many are sent</source>
      <translation>Wie viele gesendet werden</translation>
    </message>
    <message>
      <location filename="panels/policy_choice.py" />
      <source>How much is sent</source>
      <translation>Wie viel gesendet wird</translation>
    </message>
    <message>
      <location filename="panels/policy_choice.py" />
      <source>How much of the conversation is sent</source>
      <translation>Wie viel vom Gespräch gesendet wird</translation>
    </message>
    <message>
      <location filename="panels/problem_page.py" />
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <location filename="panels/summary_line.py" />
      <source>Has the model sum up all but the newest messages. The messages themselves stay as they are.</source>
      <translation>Lässt das Modell alles außer den neuesten Nachrichten zusammenfassen. Die Nachrichten selbst bleiben, wie sie sind.</translation>
    </message>
    <message>
      <location filename="panels/summary_line.py" />
      <source>Stop the summary</source>
      <translation>Zusammenfassung anhalten</translation>
    </message>
    <message>
      <location filename="panels/summary_line.py" />
      <source>Summarise</source>
      <translation>Zusammenfassen</translation>
    </message>
    <message>
      <location filename="panels/summary_line.py" />
      <source>Summing up</source>
      <translation>Wird zusammengefasst</translation>
    </message>
    <message>
      <location filename="panels/summary_line.py" />
      <source>Summing up: {done} of {of}</source>
      <translation>Wird zusammengefasst: {done} von {of}</translation>
    </message>
    <message>
      <location filename="panels/summary_line.py" />
      <source>The summary</source>
      <translation>Die Zusammenfassung</translation>
    </message>
    <message>
      <location filename="panels/temporary_line.py" />
      <source>Temporary: not stored. It is gone when Sotto is locked or closed.</source>
      <translation>Vorübergehend: nicht gespeichert. Weg, sobald Sotto gesperrt oder geschlossen wird.</translation>
    </message>
    <message>
      <location filename="panels/unlock_page.py" />
      <source>Ask the keyring again</source>
      <translation>Den Schlüsselbund erneut fragen</translation>
    </message>
    <message>
      <location filename="panels/unlock_page.py" />
      <source>Keep the key in this computer's keyring</source>
      <translation>Den Schlüssel im Schlüsselbund dieses Rechners aufheben</translation>
    </message>
    <message>
      <location filename="panels/unlock_page.py" />
      <source>Keyring</source>
      <translation>Schlüsselbund</translation>
    </message>
    <message>
      <location filename="panels/unlock_page.py" />
      <source>Unlock</source>
      <translation>Entsperren</translation>
    </message>
    <message>
      <location filename="panels/unlock_page.py" />
      <source>Use a passphrase instead</source>
      <translation>Stattdessen eine Passphrase verwenden</translation>
    </message>
    <message>
      <location filename="panels/unlock_page.py" />
      <source>Use the passphrase</source>
      <translation>Die Passphrase verwenden</translation>
    </message>
    <message>
      <location filename="panels/unlock_page.py" />
      <source>Use the recovery key</source>
      <translation>Den Wiederherstellungsschlüssel verwenden</translation>
    </message>
    <message>
      <location filename="panels/unlock_page.py" />
      <source>Use this passphrase</source>
      <translation>Diese Passphrase verwenden</translation>
    </message>
    <message>
      <location filename="remedies.py" />
      <source>Open the history</source>
      <translation>Verlauf öffnen</translation>
    </message>
    <message>
      <location filename="remedies.py" />
      <source>Open what was rescued</source>
      <translation>Das Gerettete öffnen</translation>
    </message>
    <message>
      <location filename="reply_notices.py" />
      <source>A reply has broken off</source>
      <translation>Eine Antwort ist abgebrochen</translation>
    </message>
    <message>
      <location filename="reply_notices.py" />
      <source>A reply is ready</source>
      <translation>Eine Antwort ist fertig</translation>
    </message>
    <message>
      <location filename="searcher.py" />
      <source>This conversation is in the trash.</source>
      <translation>Dieses Gespräch liegt im Papierkorb.</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>Appearance</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>As the system has it</source>
      <translation>Wie im System</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>Everything else grows along. Keys: Ctrl and +, Ctrl and −, Ctrl and 0.</source>
      <translation>Alles andere wächst mit. Tasten: Strg und +, Strg und −, Strg und 0.</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>Name the conversation's title then</source>
      <translation>Dabei den Titel des Gesprächs nennen</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>New words show when Sotto is started again.</source>
      <translation>Die neue Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>Nothing moves by itself</source>
      <translation>Nichts bewegt sich von selbst</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>Tell me when a reply is ready while I am elsewhere</source>
      <translation>Melden, wenn eine Antwort fertig ist und das Fenster im Hintergrund steht</translation>
    </message>
    <message>
      <location filename="settings/appearance_page.py" />
      <source>Text size</source>
      <translation>Textgröße</translation>
    </message>
    <message>
      <location filename="settings/assistants_page.py" />
      <source>Add an assistant</source>
      <translation>Assistent hinzufügen</translation>
    </message>
    <message>
      <location filename="settings/assistants_page.py" />
      <source>Instructions that go with a conversation. In the message field, @ speaks to one of them.</source>
      <translation>Anweisungen, die ein Gespräch begleiten. Im Nachrichtenfeld spricht @ einen von ihnen an.</translation>
    </message>
    <message>
      <location filename="settings/assistants_page.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="settings/assistants_page.py" />
      <source>There is none yet.</source>
      <translation>Noch ist nichts da.</translation>
    </message>
    <message>
      <location filename="settings/assistants_page.py" />
      <source>Write a word or two as its name.</source>
      <translation>Ein, zwei Wörter als Namen eingeben.</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>A summary is one more request. The messages themselves stay as they are.</source>
      <translation>Eine Zusammenfassung ist eine Anfrage mehr. Die Nachrichten selbst bleiben, wie sie sind.</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>Context</source>
      <translation>Kontext</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>Keep {percent} % of the room</source>
      <translation>{percent} % des Platzes behalten</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>Less is cut more seldom, which costs less. More remembers more.</source>
      <translation>Weniger wird seltener gekürzt und kostet weniger. Mehr erinnert sich an mehr.</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>Let the service sum up by itself, where it can</source>
      <translation>Den Dienst selbst zusammenfassen lassen, wo er es kann</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>Newest messages outside a summary</source>
      <translation>Neueste Nachrichten außerhalb einer Zusammenfassung</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>Only services with the Responses API can; others are asked for a summary in words. What such a service makes is sealed: only it can read that.</source>
      <translation>Das können nur Dienste mit der Responses-API; andere werden um eine Zusammenfassung in Worten gebeten. Was ein solcher Dienst macht, ist versiegelt: Nur er kann es lesen.</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>Shorten long results of tools when it is cut</source>
      <translation>Lange Ergebnisse von Werkzeugen beim Kürzen verkürzen</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>Sum up from so many messages on</source>
      <translation>Zusammenfassen ab so vielen Nachrichten</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>Sum up from so many tokens on</source>
      <translation>Zusammenfassen ab so vielen Tokens</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>This holds for every conversation without settings of its own.</source>
      <translation>Das gilt für jedes Gespräch ohne eigene Einstellungen.</translation>
    </message>
    <message>
      <location filename="settings/context_page.py" />
      <source>When it has to be cut</source>
      <translation>Wenn gekürzt werden muss</translation>
    </message>
    <message>
      <location filename="settings/diagnostics_page.py" />
      <source>1 slow call</source>
      <translation>1 langsamer Aufruf</translation>
    </message>
    <message>
      <location filename="settings/diagnostics_page.py" />
      <source>1 stall of the window</source>
      <translation>1 Stillstand des Fensters</translation>
    </message>
    <message>
      <location filename="settings/diagnostics_page.py" />
      <source>Copy the report</source>
      <translation>Bericht kopieren</translation>
    </message>
    <message>
      <location filename="settings/diagnostics_page.py" />
      <source>Diagnostics</source>
      <translation>Diagnose</translation>
    </message>
    <message>
      <location filename="settings/diagnostics_page.py" />
      <source>In the log: {slow}, {stalls}. The history takes {size}.</source>
      <translation>Im Protokoll: {slow}, {stalls}. Der Verlauf belegt {size}.</translation>
    </message>
    <message>
      <location filename="settings/diagnostics_page.py" />
      <source>Nothing of this holds a word of your history, and none of it is sent anywhere.</source>
      <translation>Nichts davon enthält ein Wort aus dem Verlauf, und nichts davon wird irgendwohin gesendet.</translation>
    </message>
    <message>
      <location filename="settings/diagnostics_page.py" />
      <source>{count} slow calls</source>
      <translation>{count} langsame Aufrufe</translation>
    </message>
    <message>
      <location filename="settings/diagnostics_page.py" />
      <source>{count} stalls of the window</source>
      <translation>{count} Stillstände des Fensters</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>1 model</source>
      <translation>1 Modell</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Add a model</source>
      <translation>Modell hinzufügen</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Always taken</source>
      <translation>Wird immer angenommen</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>As far as is known</source>
      <translation>Soweit bekannt</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Ask the service for its models</source>
      <translation>Den Dienst nach seinen Modellen fragen</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Dollars for a million tokens. Empty is unknown.</source>
      <translation>Dollar für eine Million Tokens. Leer heißt unbekannt.</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Enter the name by which the service knows the model.</source>
      <translation>Den Namen eingeben, unter dem der Dienst das Modell kennt.</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Length of answers</source>
      <translation>Länge der Antworten</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Never taken</source>
      <translation>Wird nie angenommen</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Not known; {count} are assumed.</source>
      <translation>Nicht bekannt; angenommen werden {count}.</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Nothing is known yet. Set up a service first, or add a model.</source>
      <translation>Noch ist nichts bekannt. Zuerst einen Dienst einrichten oder ein Modell hinzufügen.</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Price of what is read</source>
      <translation>Preis für Gelesenes</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Price of what is written</source>
      <translation>Preis für Geschriebenes</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Price of what the service has at hand</source>
      <translation>Preis für das, was der Dienst noch bereithält</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Reads, in tokens</source>
      <translation>Liest, in Tokens</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Reasoning effort</source>
      <translation>Denkaufwand</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Taken where it does not reason</source>
      <translation>Nur ohne Nachdenken angenommen</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Temperature, Top P, seed, stops</source>
      <translation>Temperatur, Top P, Startwert, Aufhören</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>The service lists {count}.</source>
      <translation>Der Dienst nennt {count}.</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>What a model does not take is not sent to it.</source>
      <translation>Was ein Modell nicht annimmt, wird ihm nicht gesendet.</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>What you enter of a model stands before what its service says and Sotto knows.</source>
      <translation>Eigene Angaben zu einem Modell gehen dem vor, was sein Dienst sagt und Sotto weiß.</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>Writes at most, in tokens</source>
      <translation>Schreibt höchstens, in Tokens</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>window assumed</source>
      <translation>Fenster angenommen</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>{count} are in force.</source>
      <translation>Es gelten {count}.</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>{count} models</source>
      <translation>{count} Modelle</translation>
    </message>
    <message>
      <location filename="settings/models_page.py" />
      <source>{reads}, yours</source>
      <translation>{reads}, eigene Angabe</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>Enter a number from 0 to 1, or nothing.</source>
      <translation>Eine Zahl von 0 bis 1 eingeben, oder nichts.</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>Enter a number from 0 to 2, or nothing.</source>
      <translation>Eine Zahl von 0 bis 2 eingeben, oder nichts.</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>Enter a whole number of tokens, or nothing.</source>
      <translation>Eine ganze Zahl von Tokens eingeben, oder nichts.</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>Enter a whole number, or nothing.</source>
      <translation>Eine ganze Zahl eingeben, oder nichts.</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>From 0 to 1: which share of the likely words is chosen from. Set this or the temperature.</source>
      <translation>Von 0 bis 1: aus welchem Anteil der wahrscheinlichen Wörter gewählt wird. Dies oder die Temperatur setzen.</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>From 0, the same words each time, to 2.</source>
      <translation>Von 0, jedes Mal dieselben Worte, bis 2.</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>Less</source>
      <translation>Weniger</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>Longest answer, in tokens</source>
      <translation>Längste Antwort, in Tokens</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>One a line: the answer ends before it.</source>
      <translation>Eines je Zeile: Die Antwort endet davor.</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>Services take four of them at most.</source>
      <translation>Dienste nehmen höchstens vier davon an.</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>Stop at</source>
      <translation>Aufhören bei</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>Temperature</source>
      <translation>Temperatur</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>The same number gives the same answer where a service can do that.</source>
      <translation>Dieselbe Zahl gibt dieselbe Antwort, wo ein Dienst das kann.</translation>
    </message>
    <message>
      <location filename="settings/parameters_form.py" />
      <source>Top P</source>
      <translation>Top P</translation>
    </message>
    <message>
      <location filename="settings/place.py" />
      <source>Model services</source>
      <translation>Modelldienste</translation>
    </message>
    <message>
      <location filename="settings/place.py" />
      <source>Saved prompts</source>
      <translation>Gespeicherte Vorlagen</translation>
    </message>
    <message>
      <location filename="settings/place.py" />
      <source>Security</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <location filename="settings/place_list.py" />
      <source>Pages of the settings</source>
      <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
      <location filename="settings/prompts_page.py" />
      <source>Add a prompt</source>
      <translation>Vorlage hinzufügen</translation>
    </message>
    <message>
      <location filename="settings/prompts_page.py" />
      <source>Texts that you use again and again. In the message field, / finds them.</source>
      <translation>Texte, die immer wieder gebraucht werden. Im Nachrichtenfeld findet / sie.</translation>
    </message>
    <message>
      <location filename="settings/security_page.py" />
      <source>After 1 minute</source>
      <translation>Nach 1 Minute</translation>
    </message>
    <message>
      <location filename="settings/security_page.py" />
      <source>After a recovery key was copied, unless something else was copied since.</source>
      <translation>Nachdem ein Wiederherstellungsschlüssel kopiert wurde, falls seither nichts anderes kopiert worden ist.</translation>
    </message>
    <message>
      <location filename="settings/security_page.py" />
      <source>After {count} minutes</source>
      <translation>Nach {count} Minuten</translation>
    </message>
    <message>
      <location filename="settings/security_page.py" />
      <source>After {count} seconds</source>
      <translation>Nach {count} Sekunden</translation>
    </message>
    <message>
      <location filename="settings/security_page.py" />
      <source>Clear the clipboard</source>
      <translation>Zwischenablage leeren</translation>
    </message>
    <message>
      <location filename="settings/security_page.py" />
      <source>Lock by itself</source>
      <translation>Von selbst sperren</translation>
    </message>
    <message>
      <location filename="settings/security_page.py" />
      <source>The history is closed when nobody has touched Sotto for so long. Ctrl and L locks it at once.</source>
      <translation>Der Verlauf wird geschlossen, wenn Sotto so lange nicht berührt wurde. Strg und L sperrt sofort.</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>A file of certificates to trust besides the system's.</source>
      <translation>Eine Datei mit Zertifikaten, denen neben denen des Systems vertraut wird.</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>A key is stored for this address. Leave this empty to keep it.</source>
      <translation>Für diese Adresse ist ein Schlüssel gespeichert. Leer lassen, um ihn zu behalten.</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>As much as the model reads</source>
      <translation>So viel das Modell liest</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>At most</source>
      <translation>Höchstens</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Certificates</source>
      <translation>Zertifikate</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Enter a number of tokens of at least {fewest}.</source>
      <translation>Eine Zahl von mindestens {fewest} Tokens eingeben.</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Enter the name of the model that is to answer.</source>
      <translation>Den Namen des Modells eingeben, das antworten soll.</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Headers</source>
      <translation>Kopfzeilen</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>How many tokens are sent with each question, at most.</source>
      <translation>Wie viele Tokens mit jeder Frage höchstens gesendet werden.</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Kept in the system's keyring, never in a file. Services on this computer often need none.</source>
      <translation>Liegt im Schlüsselbund des Systems, nie in einer Datei. Dienste auf diesem Rechner brauchen oft keinen.</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>On this computer, such as Ollama or llama.cpp: http://localhost:11434/v1</source>
      <translation>Auf diesem Rechner, etwa Ollama oder llama.cpp: http://localhost:11434/v1</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>One a line, such as X-Team: celadon. They go with the address.</source>
      <translation>Eine je Zeile, etwa X-Team: celadon. Sie gehören zur Adresse.</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Proxy</source>
      <translation>Proxy</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Seconds between words</source>
      <translation>Sekunden zwischen zwei Wörtern</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Seconds for the whole reply</source>
      <translation>Sekunden für die ganze Antwort</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Seconds until the first word</source>
      <translation>Sekunden bis zum ersten Wort</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Such as http://localhost:3128. Without one the service is reached directly.</source>
      <translation>Etwa http://localhost:3128. Ohne ihn wird der Dienst direkt erreicht.</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>The name by which the service knows the model, such as gpt-5.</source>
      <translation>Der Name, unter dem der Dienst das Modell kennt, etwa gpt-5.</translation>
    </message>
    <message>
      <location filename="settings/service_form.py" />
      <source>Yours alone. Without one its server's is taken.</source>
      <translation>Frei gewählt. Ohne ihn gilt der Name des Servers.</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>Add a service</source>
      <translation>Dienst hinzufügen</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>Ask this one</source>
      <translation>Diesen fragen</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>Asking…</source>
      <translation>Wird gefragt …</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>Found here:</source>
      <translation>Hier gefunden:</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>Look on this computer</source>
      <translation>Auf diesem Rechner suchen</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>No server answers at the usual ports of this computer.</source>
      <translation>An den üblichen Ports dieses Rechners antwortet kein Server.</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>None is set up yet. One on this computer will do as well as any other.</source>
      <translation>Noch ist keiner eingerichtet. Einer auf diesem Rechner tut es so gut wie jeder andere.</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>Practise without a service</source>
      <translation>Ohne Dienst üben</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>Test connection</source>
      <translation>Verbindung prüfen</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>The service answers, and it has this model.</source>
      <translation>Der Dienst antwortet, und er hat dieses Modell.</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>What is built in answers then, and nobody is asked.</source>
      <translation>Dann antwortet, was eingebaut ist, und niemand wird gefragt.</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>Where answers come from. The one that is asked is marked; the others are kept for later.</source>
      <translation>Woher die Antworten kommen. Der gefragte Dienst ist gekennzeichnet; die anderen bleiben für später.</translation>
    </message>
    <message>
      <location filename="settings/services_page.py" />
      <source>{model}  ·  asked now</source>
      <translation>{model}  ·  wird jetzt gefragt</translation>
    </message>
    <message>
      <location filename="settings/settings_dialog.py" />
      <source>All settings</source>
      <translation>Alle Einstellungen</translation>
    </message>
    <message>
      <location filename="settings/shelf_page.py" />
      <source>Back to the list, without a change</source>
      <translation>Zurück zur Liste, ohne etwas zu ändern</translation>
    </message>
    <message>
      <location filename="settings/shelf_page.py" />
      <source>“{name}” removed</source>
      <translation>„{name}“ entfernt</translation>
    </message>
    <message>
      <location filename="sharing_words.py" />
      <source> and {count} more</source>
      <translation> und {count} weitere</translation>
    </message>
    <message>
      <location filename="sharing_words.py" />
      <source>1 message stays</source>
      <translation>1 Nachricht bleibt</translation>
    </message>
    <message>
      <location filename="sharing_words.py" />
      <source>{count} messages stay</source>
      <translation>{count} Nachrichten bleiben</translation>
    </message>
    <message>
      <location filename="sharing_words.py" />
      <source>{messages} because “{title}”{others} uses the same.</source>
      <translation>{messages}, weil „{title}“{others} dieselben verwendet.</translation>
    </message>
    <message>
      <location filename="shortcuts.py" />
      <source>This key is for copying and pasting, and stays so. Choose another.</source>
      <translation>Diese Taste dient dem Kopieren und Einfügen, und dabei bleibt es. Eine andere wählen.</translation>
    </message>
    <message>
      <location filename="shortcuts.py" />
      <source>This key is needed for writing. Hold Ctrl or Alt with it.</source>
      <translation>Diese Taste wird zum Schreiben gebraucht. Strg oder Alt dazu halten.</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_delegate.py" />
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Archive {count}</source>
      <translation>{count} archivieren</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Delete after…</source>
      <translation>Löschen nach …</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Delete for ever…</source>
      <translation>Für immer löschen …</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Delete {count}</source>
      <translation>{count} löschen</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Delete {count} for ever…</source>
      <translation>{count} für immer löschen …</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Export {count}…</source>
      <translation>{count} exportieren …</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Mark as read</source>
      <translation>Als gelesen kennzeichnen</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Mark as unread</source>
      <translation>Als ungelesen kennzeichnen</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Move to folder</source>
      <translation>In Ordner verschieben</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>New folder…</source>
      <translation>Neuer Ordner …</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>New tag…</source>
      <translation>Neues Schlagwort …</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>No folder</source>
      <translation>Kein Ordner</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Remove folder</source>
      <translation>Ordner entfernen</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Restore {count}</source>
      <translation>{count} wiederherstellen</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Unarchive</source>
      <translation>Zurückholen</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_menu.py" />
      <source>Unarchive {count}</source>
      <translation>{count} zurückholen</translation>
    </message>
    <message>
      <location filename="sidebar/conversation_model.py" />
      <source>Folders</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <location filename="sidebar/hint_row.py" />
      <source>Narrow the search</source>
      <translation>Suche eingrenzen</translation>
    </message>
    <message>
      <location filename="sidebar/place_page.py" />
      <source>Goes back to all conversations</source>
      <translation>Zurück zu allen Gesprächen</translation>
    </message>
    <message>
      <location filename="sidebar/places.py" />
      <source>Conversations</source>
      <translation>Gespräche</translation>
    </message>
    <message>
      <location filename="sidebar/places.py" />
      <source>Deletes for ever all that is in the trash</source>
      <translation>Löscht für immer alles, was im Papierkorb liegt</translation>
    </message>
    <message>
      <location filename="sidebar/places.py" />
      <source>Empty…</source>
      <translation>Leeren …</translation>
    </message>
    <message>
      <location filename="sidebar/places.py" />
      <source>No conversation bears this tag.</source>
      <translation>Kein Gespräch trägt dieses Schlagwort.</translation>
    </message>
    <message>
      <location filename="sidebar/places.py" />
      <source>No conversations yet. What you ask is listed here.</source>
      <translation>Noch keine Gespräche. Was gefragt wird, steht dann hier.</translation>
    </message>
    <message>
      <location filename="sidebar/places.py" />
      <source>Nothing is archived. What you archive leaves the list, and is kept here.</source>
      <translation>Nichts ist archiviert. Was archiviert wird, verlässt die Liste und bleibt hier.</translation>
    </message>
    <message>
      <location filename="sidebar/places.py" />
      <source>Nothing is in this folder. The menu of a conversation has “Move to folder”.</source>
      <translation>In diesem Ordner ist nichts. Im Menü eines Gesprächs steht „In Ordner verschieben“.</translation>
    </message>
    <message>
      <location filename="sidebar/places.py" />
      <source>The trash is empty. What you delete stays here for 30 days.</source>
      <translation>Der Papierkorb ist leer. Was gelöscht wird, bleibt 30 Tage hier.</translation>
    </message>
    <message>
      <location filename="sidebar/places.py" />
      <source>Trash</source>
      <translation>Papierkorb</translation>
    </message>
    <message>
      <location filename="sidebar/result_list.py" />
      <source>Search results</source>
      <translation>Suchergebnisse</translation>
    </message>
    <message>
      <location filename="sidebar/result_rows.py" />
      <source>Titles</source>
      <translation>Titel</translation>
    </message>
    <message>
      <location filename="sidebar/result_words.py" />
      <source>also in another conversation</source>
      <translation>auch in einem anderen Gespräch</translation>
    </message>
    <message>
      <location filename="sidebar/result_words.py" />
      <source>also in {count} more conversations</source>
      <translation>auch in {count} weiteren Gesprächen</translation>
    </message>
    <message>
      <location filename="sidebar/result_words.py" />
      <source>and {count} more</source>
      <translation>und {count} weitere</translation>
    </message>
    <message>
      <location filename="sidebar/result_words.py" />
      <source>another branch</source>
      <translation>anderer Zweig</translation>
    </message>
    <message>
      <location filename="sidebar/row_words.py" />
      <source>Temporary</source>
      <translation>Flüchtig</translation>
    </message>
    <message>
      <location filename="sidebar/row_words.py" />
      <source>being answered</source>
      <translation>wird beantwortet</translation>
    </message>
    <message>
      <location filename="sidebar/row_words.py" />
      <source>in the trash since {moment}</source>
      <translation>im Papierkorb seit {moment}</translation>
    </message>
    <message>
      <location filename="sidebar/row_words.py" />
      <source>temporary</source>
      <translation>flüchtig</translation>
    </message>
    <message>
      <location filename="sidebar/row_words.py" />
      <source>unread</source>
      <translation>ungelesen</translation>
    </message>
    <message>
      <location filename="sidebar/row_words.py" />
      <source>{count} more folders</source>
      <translation>{count} weitere Ordner</translation>
    </message>
    <message>
      <location filename="sidebar/row_words.py" />
      <source>{heading}, heading</source>
      <translation>{heading}, Überschrift</translation>
    </message>
    <message>
      <location filename="sidebar/row_words.py" />
      <source>{name}, folder, 1 conversation</source>
      <translation>{name}, Ordner, 1 Gespräch</translation>
    </message>
    <message>
      <location filename="sidebar/row_words.py" />
      <source>{name}, folder, {count} conversations</source>
      <translation>{name}, Ordner, {count} Gespräche</translation>
    </message>
    <message>
      <location filename="sidebar/search_field.py" />
      <source>Clear the search</source>
      <translation>Suche leeren</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>A tag of the conversation</source>
      <translation>Ein Schlagwort des Gesprächs</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>A tool was called</source>
      <translation>Ein Werkzeug wurde aufgerufen</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>A word of the conversation's title</source>
      <translation>Ein Wort aus dem Titel des Gesprächs</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>All but: {what}</source>
      <translation>Alle außer: {what}</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>An image, code or a tool's work in it</source>
      <translation>Ein Bild, Code oder die Arbeit eines Werkzeugs darin</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>Answers</source>
      <translation>Antworten</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>Before a day, such as 2026-11-20, a month or a year</source>
      <translation>Vor einem Tag, etwa 2026-11-20, einem Monat oder einem Jahr</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>From a day on, such as 2026-11-20, a month or a year</source>
      <translation>Ab einem Tag, etwa 2026-11-20, einem Monat oder einem Jahr</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>In archived conversations</source>
      <translation>In archivierten Gesprächen</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>In pinned conversations</source>
      <translation>In angehefteten Gesprächen</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>In the trash</source>
      <translation>Im Papierkorb</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>In this folder</source>
      <translation>In diesem Ordner</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>Off the branch that is shown</source>
      <translation>Abseits des gezeigten Zweigs</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>Pinned, archived or in the trash, or on another branch</source>
      <translation>Angeheftet, archiviert oder im Papierkorb, oder auf einem anderen Zweig</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>The day before</source>
      <translation>Der Tag davor</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>The folder of the conversation</source>
      <translation>Der Ordner des Gesprächs</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>Today began at midnight</source>
      <translation>Heute, seit Mitternacht</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>What tools gave back</source>
      <translation>Was Werkzeuge zurückgaben</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>Which model wrote it, by any part of its name</source>
      <translation>Welches Modell es schrieb, nach einem Teil seines Namens</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>Who wrote it</source>
      <translation>Wer es schrieb</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>With a block of code</source>
      <translation>Mit einem Block Code</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>With an image</source>
      <translation>Mit einem Bild</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>With this tag</source>
      <translation>Mit diesem Schlagwort</translation>
    </message>
    <message>
      <location filename="sidebar/search_hints.py" />
      <source>Your own messages</source>
      <translation>Die eigenen Nachrichten</translation>
    </message>
    <message>
      <location filename="sidebar/search_page.py" />
      <source>Best first</source>
      <translation>Das Beste zuerst</translation>
    </message>
    <message>
      <location filename="sidebar/search_page.py" />
      <source>Newest first</source>
      <translation>Das Neueste zuerst</translation>
    </message>
    <message>
      <location filename="sidebar/search_page.py" />
      <source>Nothing fits all of this. Leave one of the filters out, or write another day.</source>
      <translation>Auf all das passt nichts. Einen der Filter weglassen oder einen anderen Tag angeben.</translation>
    </message>
    <message>
      <location filename="sidebar/search_page.py" />
      <source>Nothing was found. Try fewer words, or only how a word begins.</source>
      <translation>Nichts gefunden. Weniger Wörter versuchen, oder nur den Anfang eines Wortes.</translation>
    </message>
    <message>
      <location filename="sidebar/search_page.py" />
      <source>Restore and open</source>
      <translation>Wiederherstellen und öffnen</translation>
    </message>
    <message>
      <location filename="sidebar/search_page.py" />
      <source>Searching…</source>
      <translation>Suche läuft …</translation>
    </message>
    <message>
      <location filename="sidebar/search_page.py" />
      <source>The order of the messages. Press for the other one</source>
      <translation>Die Reihenfolge der Nachrichten. Drücken für die andere</translation>
    </message>
    <message>
      <location filename="sidebar/search_page.py" />
      <source>{messages} messages</source>
      <translation>{messages} Nachrichten</translation>
    </message>
    <message>
      <location filename="sidebar/search_page.py" />
      <source>{messages} messages in {conversations} conversations</source>
      <translation>{messages} Nachrichten in {conversations} Gesprächen</translation>
    </message>
    <message>
      <location filename="sidebar/search_page.py" />
      <source>{messages} messages so far</source>
      <translation>{messages} Nachrichten bisher</translation>
    </message>
    <message>
      <location filename="sidebar/sidebar.py" />
      <source>Begins a conversation that is not stored, and is gone when Sotto is locked or closed</source>
      <translation>Beginnt ein Gespräch, das nicht gespeichert wird und weg ist, sobald Sotto gesperrt oder geschlossen wird</translation>
    </message>
    <message>
      <location filename="sidebar/sidebar.py" />
      <source>Make one</source>
      <translation>Anlegen</translation>
    </message>
    <message>
      <location filename="sidebar/sidebar.py" />
      <source>No recovery key</source>
      <translation>Kein Ersatzschlüssel</translation>
    </message>
    <message>
      <location filename="sidebar/sidebar.py" />
      <source>Opens keys and backups. Without a recovery key, a lost keyring takes the history with it</source>
      <translation>Öffnet Schlüssel und Sicherungen. Ohne Wiederherstellungsschlüssel nimmt ein verlorener Schlüsselbund den Verlauf mit</translation>
    </message>
    <message>
      <location filename="sidebar/tag_button.py" />
      <source>Show by tag</source>
      <translation>Nach Schlagwort zeigen</translation>
    </message>
    <message>
      <location filename="sidebar/tag_button.py" />
      <source>{tag} ({count})</source>
      <translation>{tag} ({count})</translation>
    </message>
    <message>
      <location filename="statistics/numbers_model.py" />
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <location filename="statistics/numbers_model.py" />
      <source>Estimated in</source>
      <translation>Geschätzt gelesen</translation>
    </message>
    <message>
      <location filename="statistics/numbers_model.py" />
      <source>Estimated out</source>
      <translation>Geschätzt geschrieben</translation>
    </message>
    <message>
      <location filename="statistics/numbers_model.py" />
      <source>Of</source>
      <translation>Von</translation>
    </message>
    <message>
      <location filename="statistics/numbers_model.py" />
      <source>Tokens in</source>
      <translation>Tokens gelesen</translation>
    </message>
    <message>
      <location filename="statistics/numbers_model.py" />
      <source>Tokens out</source>
      <translation>Tokens geschrieben</translation>
    </message>
    <message>
      <location filename="statistics/pictures.py" />
      <source>By conversation</source>
      <translation>Nach Gespräch</translation>
    </message>
    <message>
      <location filename="statistics/pictures.py" />
      <source>By day</source>
      <translation>Nach Tag</translation>
    </message>
    <message>
      <location filename="statistics/pictures.py" />
      <source>By hour of the day</source>
      <translation>Nach Stunde des Tages</translation>
    </message>
    <message>
      <location filename="statistics/pictures.py" />
      <source>By model</source>
      <translation>Nach Modell</translation>
    </message>
    <message>
      <location filename="statistics/pictures.py" />
      <source>Nothing in this time.</source>
      <translation>Nichts in dieser Zeit.</translation>
    </message>
    <message>
      <location filename="statistics/reckoned.py" />
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="statistics/reckoned.py" />
      <source>Day</source>
      <translation>Tag</translation>
    </message>
    <message>
      <location filename="statistics/reckoned.py" />
      <source>Hour</source>
      <translation>Stunde</translation>
    </message>
    <message>
      <location filename="statistics/reckoned.py" />
      <source>Since deleted</source>
      <translation>Seither gelöscht</translation>
    </message>
    <message>
      <location filename="statistics/reckoned.py" />
      <source>Without a title</source>
      <translation>Ohne Titel</translation>
    </message>
    <message>
      <location filename="statistics/spent_words.py" />
      <source>1 answer</source>
      <translation>1 Antwort</translation>
    </message>
    <message>
      <location filename="statistics/spent_words.py" />
      <source>Tokens</source>
      <translation>Tokens</translation>
    </message>
    <message>
      <location filename="statistics/spent_words.py" />
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <location filename="statistics/spent_words.py" />
      <source>{count} answers</source>
      <translation>{count} Antworten</translation>
    </message>
    <message>
      <location filename="statistics/spent_words.py" />
      <source>{day} {month}</source>
      <translation>{day}. {month}</translation>
    </message>
    <message>
      <location filename="statistics/spent_words.py" />
      <source>{first} to {last}</source>
      <translation>{first} bis {last}</translation>
    </message>
    <message>
      <location filename="statistics/spent_words.py" />
      <source>{told}, {count} of them estimated</source>
      <translation>{told}, davon {count} geschätzt</translation>
    </message>
    <message>
      <location filename="statistics/statistics_dialog.py" />
      <source>30 days</source>
      <translation>30 Tage</translation>
    </message>
    <message>
      <location filename="statistics/statistics_dialog.py" />
      <source>7 days</source>
      <translation>7 Tage</translation>
    </message>
    <message>
      <location filename="statistics/statistics_dialog.py" />
      <source>A year</source>
      <translation>Ein Jahr</translation>
    </message>
    <message>
      <location filename="statistics/statistics_dialog.py" />
      <source>Show the numbers</source>
      <translation>Zahlen zeigen</translation>
    </message>
    <message>
      <location filename="statistics/statistics_dialog.py" />
      <source>The numbers</source>
      <translation>Die Zahlen</translation>
    </message>
    <message>
      <location filename="statistics/statistics_dialog.py" />
      <source>{cost} where the price is known</source>
      <translation>{cost}, wo der Preis bekannt ist</translation>
    </message>
    <message>
      <location filename="statistics/statistics_dialog.py" />
      <source>{count} messages and steps</source>
      <translation>{count} Nachrichten und Schritte</translation>
    </message>
    <message>
      <location filename="transcript/action_bar.py" />
      <source>Message actions</source>
      <translation>Was mit der Nachricht zu tun ist</translation>
    </message>
    <message>
      <location filename="transcript/announcer.py" />
      <source>The reply is complete.</source>
      <translation>Die Antwort ist vollständig.</translation>
    </message>
    <message>
      <location filename="transcript/announcer.py" />
      <source>The reply was stopped.</source>
      <translation>Die Antwort wurde angehalten.</translation>
    </message>
    <message>
      <location filename="transcript/blocks/code_head.py" />
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <location filename="transcript/blocks/code_head.py" />
      <source>Scroll</source>
      <translation>Blättern</translation>
    </message>
    <message>
      <location filename="transcript/blocks/code_head.py" />
      <source>Wrap</source>
      <translation>Umbrechen</translation>
    </message>
    <message>
      <location filename="transcript/circumstances.py" />
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <location filename="transcript/circumstances.py" />
      <source>The model does not see the message above</source>
      <translation>Das Modell sieht die Nachricht darüber nicht</translation>
    </message>
    <message>
      <location filename="transcript/circumstances.py" />
      <source>The model does not see the {count} messages above</source>
      <translation>Das Modell sieht die {count} Nachrichten darüber nicht</translation>
    </message>
    <message>
      <location filename="transcript/deeds.py" />
      <source>Again</source>
      <translation>Noch einmal</translation>
    </message>
    <message>
      <location filename="transcript/deeds.py" />
      <source>Answer this question</source>
      <translation>Diese Frage beantworten</translation>
    </message>
    <message>
      <location filename="transcript/deeds.py" />
      <source>Answer with another model…</source>
      <translation>Mit einem anderen Modell antworten …</translation>
    </message>
    <message>
      <location filename="transcript/deeds.py" />
      <source>Branch from here</source>
      <translation>Von hier verzweigen</translation>
    </message>
    <message>
      <location filename="transcript/deeds.py" />
      <source>Leave out of the context</source>
      <translation>Aus dem Kontext lassen</translation>
    </message>
    <message>
      <location filename="transcript/deeds.py" />
      <source>New conversation from here</source>
      <translation>Neues Gespräch von hier</translation>
    </message>
    <message>
      <location filename="transcript/deeds.py" />
      <source>Open Settings</source>
      <translation>Einstellungen öffnen</translation>
    </message>
    <message>
      <location filename="transcript/deeds.py" />
      <source>Take back into the context</source>
      <translation>Wieder in den Kontext nehmen</translation>
    </message>
    <message>
      <location filename="transcript/edit_field.py" />
      <source>Asks it as another version (Ctrl+Shift+Enter)</source>
      <translation>Stellt sie als andere Fassung (Strg+Umschalt+Eingabe)</translation>
    </message>
    <message>
      <location filename="transcript/edit_field.py" />
      <source>Ctrl+Enter saves · Esc gives up</source>
      <translation>Strg+Eingabe speichert · Esc gibt auf</translation>
    </message>
    <message>
      <location filename="transcript/edit_field.py" />
      <source>Edited text</source>
      <translation>Bearbeiteter Text</translation>
    </message>
    <message>
      <location filename="transcript/edit_field.py" />
      <source>The answer stays as it is (Ctrl+Enter)</source>
      <translation>Die Antwort bleibt, wie sie ist (Strg+Eingabe)</translation>
    </message>
    <message>
      <location filename="transcript/folding.py" />
      <source>Ran code</source>
      <translation>Code ausgeführt</translation>
    </message>
    <message>
      <location filename="transcript/folding.py" />
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <location filename="transcript/folding.py" />
      <source>Searched for {words}</source>
      <translation>Gesucht nach {words}</translation>
    </message>
    <message>
      <location filename="transcript/folding.py" />
      <source>Thought</source>
      <translation>Nachgedacht</translation>
    </message>
    <message>
      <location filename="transcript/folding.py" />
      <source>Thought for {minutes} min</source>
      <translation>{minutes} min nachgedacht</translation>
    </message>
    <message>
      <location filename="transcript/folding.py" />
      <source>Thought for {seconds} s</source>
      <translation>{seconds} s nachgedacht</translation>
    </message>
    <message>
      <location filename="transcript/folding.py" />
      <source>Used {tool}</source>
      <translation>{tool} verwendet</translation>
    </message>
    <message>
      <location filename="transcript/link_line.py" />
      <source>Copy the address</source>
      <translation>Adresse kopieren</translation>
    </message>
    <message>
      <location filename="transcript/link_line.py" />
      <source>Link</source>
      <translation>Verweis</translation>
    </message>
    <message>
      <location filename="transcript/progress_words.py" />
      <source>Asked again</source>
      <translation>Erneut gefragt</translation>
    </message>
    <message>
      <location filename="transcript/progress_words.py" />
      <source>Busy: asked again in {count} s</source>
      <translation>Beschäftigt: in {count} s wird erneut gefragt</translation>
    </message>
    <message>
      <location filename="transcript/row_painter.py" />
      <source>why</source>
      <translation>warum</translation>
    </message>
    <message>
      <location filename="transcript/small_print.py" />
      <source>1 token</source>
      <translation>1 Token</translation>
    </message>
    <message>
      <location filename="transcript/small_print.py" />
      <source>Edited</source>
      <translation>Bearbeitet</translation>
    </message>
    <message>
      <location filename="transcript/small_print.py" />
      <source>Left out</source>
      <translation>Ausgelassen</translation>
    </message>
    <message>
      <location filename="transcript/small_print.py" />
      <source>Stopped</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <location filename="transcript/small_print.py" />
      <source>version {place} of {count}</source>
      <translation>Fassung {place} von {count}</translation>
    </message>
    <message>
      <location filename="transcript/spoken.py" />
      <source>Files: {names}</source>
      <translation>Dateien: {names}</translation>
    </message>
    <message>
      <location filename="transcript/spoken.py" />
      <source>Not given to the model</source>
      <translation>Dem Modell nicht gegeben</translation>
    </message>
    <message>
      <location filename="transcript/step_row.py" />
      <source>Next steps</source>
      <translation>Nächste Schritte</translation>
    </message>
    <message>
      <location filename="transcript/transcript_view.py" />
      <source>Messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <location filename="transcript/version_steps.py" />
      <source>Version {place} of {count}</source>
      <translation>Fassung {place} von {count}</translation>
    </message>
    <message>
      <location filename="transcript/way_to_end.py" />
      <source>Jump to the end</source>
      <translation>Ans Ende springen</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>All {count} conversations in it will be deleted for ever.</source>
      <translation>Alle {count} Gespräche darin werden für immer gelöscht.</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>Delete for ever</source>
      <translation>Für immer löschen</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>Delete for ever?</source>
      <translation>Für immer löschen?</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>Empty the trash</source>
      <translation>Papierkorb leeren</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>Empty the trash?</source>
      <translation>Papierkorb leeren?</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>Forget it</source>
      <translation>Vergessen</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>Forget them</source>
      <translation>Vergessen</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>Forget these conversations?</source>
      <translation>Diese Gespräche vergessen?</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>Forget this conversation?</source>
      <translation>Dieses Gespräch vergessen?</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>It is temporary, so it has no trash and is in no backup. Nothing brings it back.</source>
      <translation>Es ist flüchtig, hat also keinen Papierkorb und steht in keiner Sicherung. Nichts bringt es zurück.</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>Nothing brings it back, but backups keep what they hold until newer ones take their place.</source>
      <translation>Nichts bringt es zurück, aber Sicherungen behalten, was sie enthalten, bis neuere an ihre Stelle treten.</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>The one conversation in it will be deleted for ever.</source>
      <translation>Das eine Gespräch darin wird für immer gelöscht.</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>They are temporary, so they have no trash and are in no backup. Nothing brings them back.</source>
      <translation>Sie sind flüchtig, haben also keinen Papierkorb und stehen in keiner Sicherung. Nichts bringt sie zurück.</translation>
    </message>
    <message>
      <location filename="trash_acts.py" />
      <source>{count} conversations will be deleted for ever.</source>
      <translation>{count} Gespräche werden für immer gelöscht.</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>April</source>
      <translation>April</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>August</source>
      <translation>August</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>December</source>
      <translation>Dezember</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>February</source>
      <translation>Februar</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Fri</source>
      <translation>Fr</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Friday</source>
      <translation>Freitag</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>January</source>
      <translation>Januar</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>July</source>
      <translation>Juli</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>June</source>
      <translation>Juni</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Last 7 days</source>
      <translation>Letzte 7 Tage</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>March</source>
      <translation>März</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>May</source>
      <translation>Mai</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Mon</source>
      <translation>Mo</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Monday</source>
      <translation>Montag</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>November</source>
      <translation>November</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>October</source>
      <translation>Oktober</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Sat</source>
      <translation>Sa</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Saturday</source>
      <translation>Samstag</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>September</source>
      <translation>September</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Sun</source>
      <translation>So</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Sunday</source>
      <translation>Sonntag</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Thu</source>
      <translation>Do</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Thursday</source>
      <translation>Donnerstag</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Tue</source>
      <translation>Di</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Tuesday</source>
      <translation>Dienstag</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Wed</source>
      <translation>Mi</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Wednesday</source>
      <translation>Mittwoch</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>Yesterday</source>
      <translation>Gestern</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>yesterday</source>
      <translation>gestern</translation>
    </message>
    <message>
      <location filename="when.py" />
      <source>{day} {month} {year}</source>
      <translation>{day}. {month} {year}</translation>
    </message>
    <message>
      <location filename="widgets/flow_text.py" />
      <source>Copy all</source>
      <translation>Alles kopieren</translation>
    </message>
    <message>
      <location filename="widgets/flow_text.py" />
      <source>Select all</source>
      <translation>Alles auswählen</translation>
    </message>
    <message>
      <location filename="widgets/key_button.py" />
      <source>No key</source>
      <translation>Keine Taste</translation>
    </message>
    <message>
      <location filename="widgets/key_button.py" />
      <source>Press keys…</source>
      <translation>Tasten drücken …</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>A change of the key is not finished</source>
      <translation>Ein Wechsel des Schlüssels ist nicht beendet</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>A conversation cannot be without a branch.</source>
      <translation>Ein Gespräch kann nicht ohne Zweig sein.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>A conversation cannot be without a title.</source>
      <translation>Ein Gespräch kann nicht ohne Titel sein.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>A history was here, and its file is missing. Sotto will not begin a new one over what is left.</source>
      <translation>Hier war ein Verlauf, und seine Datei fehlt. Sotto beginnt keinen neuen über dem, was noch da ist.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>A name needs a word</source>
      <translation>Ein Name braucht ein Wort</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>A passphrase needs a word</source>
      <translation>Eine Passphrase braucht ein Wort</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>A reply is still coming</source>
      <translation>Eine Antwort kommt noch</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>A summary needs a word</source>
      <translation>Eine Zusammenfassung braucht ein Wort</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>A temporary conversation cannot be pinned, tagged, filed or archived: it is stored nowhere.</source>
      <translation>Ein flüchtiges Gespräch lässt sich nicht anheften, mit Schlagwörtern versehen, ablegen oder archivieren: Es wird nirgends gespeichert.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>A title needs a word</source>
      <translation>Ein Titel braucht ein Wort</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Add it, then try again.</source>
      <translation>Hinzufügen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Allow Sotto to use the keyring, then try again.</source>
      <translation>Sotto den Schlüsselbund erlauben, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>An address looks like https://api.openai.com/v1.</source>
      <translation>Eine Adresse sieht aus wie https://api.openai.com/v1.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Another one bears that name.</source>
      <translation>So heißt schon etwas anderes.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Ask for another version of the reply instead.</source>
      <translation>Stattdessen um eine andere Fassung der Antwort bitten.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Ask one first.</source>
      <translation>Zuerst eine stellen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Begin again at any time.</source>
      <translation>Jederzeit neu beginnen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Change it and try again.</source>
      <translation>Ändern und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Change it in Settings and try again.</source>
      <translation>In den Einstellungen ändern und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Changing the key</source>
      <translation>Der Schlüssel wird gewechselt</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Check the connection and the address in Settings, then send the question again.</source>
      <translation>Die Verbindung und in den Einstellungen die Adresse prüfen, dann die Frage erneut senden.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Check the model's name in Settings, then send the question again.</source>
      <translation>Den Namen des Modells in den Einstellungen prüfen, dann die Frage erneut senden.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Choose a name that is still free.</source>
      <translation>Einen Namen wählen, der noch frei ist.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Choose another backup. The history itself has not been touched.</source>
      <translation>Eine andere Sicherung wählen. Der Verlauf selbst wurde nicht angerührt.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Choose another name for the new one.</source>
      <translation>Für die neue einen anderen Namen wählen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Choose another place.</source>
      <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Choose one of the other ways.</source>
      <translation>Einen der anderen Wege wählen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Compare it with your note, group by group, then try again.</source>
      <translation>Gruppe für Gruppe mit der Notiz vergleichen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Enter the key again in Settings, then send the question again.</source>
      <translation>Den Schlüssel in den Einstellungen neu eingeben, dann die Frage erneut senden.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Enter the passphrase, or the recovery key.</source>
      <translation>Die Passphrase eingeben oder den Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Everything stays as it is now.</source>
      <translation>Alles bleibt, wie es jetzt ist.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Given up</source>
      <translation>Aufgegeben</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Go on for a while, or let fewer of the newest messages stay outside it.</source>
      <translation>Noch eine Weile weitermachen, oder weniger der neuesten Nachrichten draußen lassen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>If the keyring was reset or is another user's, bring back the one with the key, then try again.</source>
      <translation>Wurde der Schlüsselbund zurückgesetzt oder gehört er jemand anderem: den mit dem Schlüssel zurückholen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>If you have replaced the key, use the newer one.</source>
      <translation>Wurde der Schlüssel ersetzt, den neueren verwenden.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>It belongs to another history than the one in this profile, which it would replace.</source>
      <translation>Sie gehört zu einem anderen Verlauf als dem in diesem Profil, den sie ersetzen würde.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>It cannot be undone any more</source>
      <translation>Das lässt sich nicht mehr rückgängig machen</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>It goes when Sotto is locked or closed. Delete each by itself to be rid of it before.</source>
      <translation>Es verschwindet, wenn Sotto gesperrt oder geschlossen wird. Um es vorher loszuwerden, jedes einzeln löschen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>It is in the trash</source>
      <translation>Es liegt im Papierkorb</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>It is temporary</source>
      <translation>Es ist flüchtig</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>It is the only branch</source>
      <translation>Es ist der einzige Zweig</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>It is too long for this model</source>
      <translation>Für dieses Modell ist es zu lang</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Its key is forgotten until you unlock it.</source>
      <translation>Sein Schlüssel ist vergessen, bis er entsperrt wird.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Look at the list of your assistants.</source>
      <translation>In der Liste der Assistenten nachsehen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Lower the context in Settings, or ask in a new conversation.</source>
      <translation>Den Kontext in den Einstellungen verringern, oder in einem neuen Gespräch fragen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>No assistant bears that name.</source>
      <translation>Kein Assistent heißt so.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>No keyring answers</source>
      <translation>Kein Schlüsselbund antwortet</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>No model service yet</source>
      <translation>Noch kein Modelldienst</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>No such assistant</source>
      <translation>Diesen Assistenten gibt es nicht</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>No summary was made</source>
      <translation>Es entstand keine Zusammenfassung</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Not even the newest turn fits beside what is pinned, or all was to be sent and does not fit.</source>
      <translation>Neben dem Angehefteten passt nicht einmal die neueste Runde, oder alles sollte gesendet werden und passt nicht.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Nothing at all cannot stand for the messages before it.</source>
      <translation>Nichts kann nicht für die Nachrichten davor stehen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Nothing can be kept without a name.</source>
      <translation>Ohne Namen lässt sich nichts aufheben.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Nothing has been changed.</source>
      <translation>Nichts wurde verändert.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Nothing to answer</source>
      <translation>Nichts zu beantworten</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Nothing to continue</source>
      <translation>Nichts fortzusetzen</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Nothing to send</source>
      <translation>Nichts zu senden</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Nothing to sum up yet</source>
      <translation>Noch nichts zusammenzufassen</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Open the trash below the list and restore it first.</source>
      <translation>Den Papierkorb unter der Liste öffnen und es zuerst wiederherstellen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Put archive.json back from a backup, then try again. Nothing has been changed.</source>
      <translation>archive.json aus einer Sicherung zurücklegen, dann noch einmal versuchen. Nichts wurde verändert.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Put back the keyring or the folder that belong together, then try again.</source>
      <translation>Schlüsselbund und Ordner zusammenbringen, die zusammengehören, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Put the file back, from a backup if need be, then try again.</source>
      <translation>Die Datei zurücklegen, notfalls aus einer Sicherung, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Put the question in other words and send it again.</source>
      <translation>Die Frage anders stellen und erneut senden.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Restore it into an empty folder, with the profile option of the command line.</source>
      <translation>In einen leeren Ordner wiederherstellen, mit der Option „profile“ der Befehlszeile.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Restore the keyring from a backup, then start Sotto again.</source>
      <translation>Den Schlüsselbund aus einer Sicherung wiederherstellen, dann Sotto neu starten.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Send the question again for a whole one.</source>
      <translation>Für eine ganze die Frage erneut senden.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Send the question again.</source>
      <translation>Die Frage erneut senden.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Send the question again. If it stays so, check the address in Settings.</source>
      <translation>Die Frage erneut senden. Bleibt es so, die Adresse in den Einstellungen prüfen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Send the question again. If it stays so, start Sotto anew.</source>
      <translation>Die Frage erneut senden. Bleibt es so, Sotto neu starten.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Several words are easy to remember and hard to guess.</source>
      <translation>Mehrere Wörter sind leicht zu merken und schwer zu erraten.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Shorten it, unpin or exclude something, choose a model that reads more, or send it anyway.</source>
      <translation>Kürzen, etwas loslösen oder ausschließen, ein Modell wählen, das mehr liest, oder trotzdem senden.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Something has changed since, or it was too long ago.</source>
      <translation>Seither hat sich etwas geändert, oder es ist zu lange her.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Something is missing on this machine</source>
      <translation>Auf diesem Rechner fehlt etwas</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Something went wrong</source>
      <translation>Etwas ging schief</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Something went wrong inside Sotto itself. What had arrived was kept.</source>
      <translation>In Sotto selbst ging etwas schief. Was angekommen war, wurde aufgehoben.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Sotto does not know yet which model should answer.</source>
      <translation>Sotto weiß noch nicht, welches Modell antworten soll.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Sotto is already running</source>
      <translation>Sotto läuft schon</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Sotto keeps the key to your history in the system's keyring, and no keyring service answers.</source>
      <translation>Sotto hebt den Schlüssel zum Verlauf im Schlüsselbund des Systems auf, und kein Schlüsselbund antwortet.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Sotto made a mistake</source>
      <translation>Sotto hat einen Fehler gemacht</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Sotto needs a display to open its window on.</source>
      <translation>Sotto braucht einen Bildschirm für sein Fenster.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Start it from a desktop session.</source>
      <translation>Aus einer Sitzung am Bildschirm starten.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Start the keyring that you used before, then try again.</source>
      <translation>Den früher verwendeten Schlüsselbund starten, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Start your keyring, such as GNOME Keyring or KWallet, then try again, or use another way.</source>
      <translation>Den Schlüsselbund starten, etwa GNOME-Schlüsselbund oder KWallet, dann noch einmal versuchen, oder einen anderen Weg nehmen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Stop the reply or wait for its end, then try again.</source>
      <translation>Die Antwort anhalten oder ihr Ende abwarten, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>That cannot be done</source>
      <translation>Das geht nicht</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The address is not complete</source>
      <translation>Die Adresse ist nicht vollständig</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The answer made no sense</source>
      <translation>Die Antwort ergab keinen Sinn</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The conversation does not end with a reply that broke off.</source>
      <translation>Das Gespräch endet nicht mit einer abgebrochenen Antwort.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The file cannot be written there</source>
      <translation>Die Datei lässt sich dort nicht schreiben</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The file exists</source>
      <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The file is not a backup that Sotto made, or a part of it is missing.</source>
      <translation>Die Datei ist keine Sicherung von Sotto, oder ein Teil fehlt.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The folder is not there, or it may not be written to.</source>
      <translation>Den Ordner gibt es nicht, oder es darf nicht in ihn geschrieben werden.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The history does not open that way</source>
      <translation>So öffnet sich der Verlauf nicht</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The history has a new key, and the keyring has yet to learn of it.</source>
      <translation>Der Verlauf hat einen neuen Schlüssel, und der Schlüsselbund muss ihn noch erfahren.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The history is gone from its folder</source>
      <translation>Der Verlauf ist aus seinem Ordner verschwunden</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The key belongs to another history</source>
      <translation>Der Schlüssel gehört zu einem anderen Verlauf</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The key cannot be read</source>
      <translation>Der Schlüssel ist nicht zu lesen</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The key is missing</source>
      <translation>Der Schlüssel fehlt</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The key to this history is not in a keyring.</source>
      <translation>Der Schlüssel zu diesem Verlauf liegt in keinem Schlüsselbund.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The key to your history is in your keyring, and the keyring is locked.</source>
      <translation>Der Schlüssel zum Verlauf liegt im Schlüsselbund, und der ist gesperrt.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The key to your history was kept in another kind of keyring than the one that answers now.</source>
      <translation>Der Schlüssel zum Verlauf lag in einem Schlüsselbund anderer Art als dem, der jetzt antwortet.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The key was not accepted</source>
      <translation>Der Schlüssel wurde nicht angenommen</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The keyring answered, but would not hand over or keep the key.</source>
      <translation>Der Schlüsselbund hat geantwortet, wollte den Schlüssel aber nicht herausgeben oder aufheben.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The keyring did not help</source>
      <translation>Der Schlüsselbund half nicht</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The keyring does not hold the key to this history. Sotto will not make a new one over it.</source>
      <translation>Der Schlüsselbund enthält den Schlüssel zu diesem Verlauf nicht. Sotto macht keinen neuen an seiner Stelle.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The keyring holds a key, but not the one for this history.</source>
      <translation>Der Schlüsselbund enthält einen Schlüssel, aber nicht den für diesen Verlauf.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The keyring holds something in the key's place that is not a key.</source>
      <translation>Im Schlüsselbund liegt an der Stelle des Schlüssels etwas, das keiner ist.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The keyring is locked</source>
      <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The keyring refused</source>
      <translation>Der Schlüsselbund hat abgelehnt</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The last question is still being answered.</source>
      <translation>Die letzte Frage wird noch beantwortet.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The model is not known there</source>
      <translation>Das Modell ist dort nicht bekannt</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The model service asks to wait</source>
      <translation>Der Modelldienst bittet um Geduld</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The model service cannot be reached</source>
      <translation>Der Modelldienst ist nicht zu erreichen</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The model service is busy</source>
      <translation>Der Modelldienst ist ausgelastet</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The name is taken</source>
      <translation>Der Name ist vergeben</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The note about the key is lost</source>
      <translation>Der Vermerk über den Schlüssel ist verloren</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The recovery key was typed without a slip, but it does not open this history.</source>
      <translation>Der Wiederherstellungsschlüssel ist ohne Tippfehler, öffnet aber diesen Verlauf nicht.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The reply broke off here. What had arrived was kept.</source>
      <translation>Die Antwort brach hier ab. Was angekommen war, wurde aufgehoben.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The reply failed</source>
      <translation>Die Antwort ist misslungen</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The reply was interrupted</source>
      <translation>Die Antwort wurde unterbrochen</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The service cannot be reached that way</source>
      <translation>So ist der Dienst nicht zu erreichen</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The service will not answer this</source>
      <translation>Der Dienst will das nicht beantworten</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>The small file that tells how your history opens is gone or unreadable, and so is its copy.</source>
      <translation>Die kleine Datei, die sagt, wie der Verlauf sich öffnet, ist fort oder unlesbar, und ihre Kopie ebenso.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>There is a file of that name already.</source>
      <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>There is a slip in the recovery key</source>
      <translation>Im Wiederherstellungsschlüssel ist ein Tippfehler</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>There is no display</source>
      <translation>Es gibt keinen Bildschirm</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>There is no question here yet.</source>
      <translation>Hier steht noch keine Frage.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>There is nothing in the passphrase.</source>
      <translation>Die Passphrase ist leer.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>There is nothing to send yet.</source>
      <translation>Noch gibt es nichts zu senden.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>This backup is of another history</source>
      <translation>Diese Sicherung gehört zu einem anderen Verlauf</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>This is another history's recovery key</source>
      <translation>Das ist der Wiederherstellungsschlüssel eines anderen Verlaufs</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>This is another keyring</source>
      <translation>Das ist ein anderer Schlüsselbund</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>This is not a whole backup</source>
      <translation>Das ist keine ganze Sicherung</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>This passphrase does not open the history. Nothing has been changed.</source>
      <translation>Diese Passphrase öffnet den Verlauf nicht. Nichts wurde verändert.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>To be rid of all of it, delete the conversation.</source>
      <translation>Um alles loszuwerden, das Gespräch löschen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>To have the messages themselves sent again, remove the summary.</source>
      <translation>Damit die Nachrichten selbst wieder gesendet werden, die Zusammenfassung entfernen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Too long for the model</source>
      <translation>Zu lang für das Modell</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Try again and unlock the keyring when it asks.</source>
      <translation>Noch einmal versuchen und den Schlüsselbund entsperren, wenn er fragt.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Try again, or with another model. Nothing has been changed.</source>
      <translation>Noch einmal versuchen, oder mit einem anderen Modell. Nichts wurde verändert.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Try again.</source>
      <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Try again. Capitals and spaces count. The recovery key opens the history as well.</source>
      <translation>Noch einmal versuchen. Großschreibung und Leerzeichen zählen. Auch der Wiederherstellungsschlüssel öffnet den Verlauf.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Unlock the keyring and start Sotto again; then try again.</source>
      <translation>Den Schlüsselbund entsperren und Sotto neu starten; dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Unlock your keyring, then try again.</source>
      <translation>Den Schlüsselbund entsperren, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Use the window that is open, or close it and try again.</source>
      <translation>Das offene Fenster verwenden, oder es schließen und noch einmal versuchen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Wait a little, then send the question again.</source>
      <translation>Ein wenig warten, dann die Frage erneut senden.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>What lies before the newest messages is too short for a summary.</source>
      <translation>Was vor den neuesten Nachrichten liegt, ist zu kurz für eine Zusammenfassung.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>What was sent is longer than this model can read.</source>
      <translation>Was gesendet wurde, ist länger, als dieses Modell lesen kann.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>What was typed is not a whole recovery key.</source>
      <translation>Was eingegeben wurde, ist kein ganzer Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Write a word or two, or leave the old title.</source>
      <translation>Ein, zwei Wörter schreiben, oder den alten Titel lassen.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Write something first.</source>
      <translation>Zuerst etwas schreiben.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Your history is being written anew under another key. Until that is done, the old one holds.</source>
      <translation>Der Verlauf wird unter einem anderen Schlüssel neu geschrieben. Bis das getan ist, gilt der alte.</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Your history is locked</source>
      <translation>Der Verlauf ist gesperrt</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Your history opens with its passphrase</source>
      <translation>Der Verlauf öffnet sich mit seiner Passphrase</translation>
    </message>
    <message>
      <location filename="wording.py" />
      <source>Your message stays here until one is set up.</source>
      <translation>Die Nachricht bleibt hier, bis einer eingerichtet ist.</translation>
    </message>
    <message>
      <location filename="writing/attachments.py" />
      <source>Attach as a file</source>
      <translation>Als Datei anhängen</translation>
    </message>
    <message>
      <location filename="writing/attachments.py" />
      <source>Drop to attach</source>
      <translation>Zum Anhängen ablegen</translation>
    </message>
    <message>
      <location filename="writing/attachments.py" />
      <source>Pasted picture.png</source>
      <translation>Eingefügtes Bild.png</translation>
    </message>
    <message>
      <location filename="writing/attachments.py" />
      <source>Pasted text.txt</source>
      <translation>Eingefügter Text.txt</translation>
    </message>
    <message>
      <location filename="writing/attachments.py" />
      <source>Put it in</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <location filename="writing/attachments.py" />
      <source>The pasted text is long ({size}).</source>
      <translation>Der eingefügte Text ist lang ({size}).</translation>
    </message>
    <message>
      <location filename="writing/choosing_model.py" />
      <source>Asking which models there are</source>
      <translation>Es wird gefragt, welche Modelle es gibt</translation>
    </message>
    <message>
      <location filename="writing/choosing_model.py" />
      <source>The service does not say which models it has. Any name can be written above.</source>
      <translation>Der Dienst sagt nicht, welche Modelle er hat. Oben lässt sich jeder Name eingeben.</translation>
    </message>
    <message>
      <location filename="writing/completing.py" />
      <source>No assistants yet</source>
      <translation>Noch keine Assistenten</translation>
    </message>
    <message>
      <location filename="writing/completing.py" />
      <source>No saved prompts yet. The menu of the field saves what is written.</source>
      <translation>Noch keine gespeicherten Vorlagen. Das Menü des Feldes speichert, was dasteht.</translation>
    </message>
    <message>
      <location filename="writing/completing.py" />
      <source>Save as prompt</source>
      <translation>Als Vorlage speichern</translation>
    </message>
    <message>
      <location filename="writing/completing.py" />
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <location filename="writing/over_budget.py" />
      <source>All of this conversation is to be sent, and it is longer than this model reads.</source>
      <translation>Dieses Gespräch soll ganz gesendet werden und ist länger, als dieses Modell liest.</translation>
    </message>
    <message>
      <location filename="writing/over_budget.py" />
      <source>Leave the oldest out</source>
      <translation>Das Älteste auslassen</translation>
    </message>
    <message>
      <location filename="writing/over_budget.py" />
      <source>Send anyway</source>
      <translation>Trotzdem senden</translation>
    </message>
    <message>
      <location filename="writing/over_budget.py" />
      <source>The newest messages alone are longer than this model reads.</source>
      <translation>Schon die neuesten Nachrichten sind länger, als dieses Modell liest.</translation>
    </message>
    <message>
      <location filename="writing/prompt_saving.py" />
      <source>Name of the prompt</source>
      <translation>Name der Vorlage</translation>
    </message>
    <message>
      <location filename="writing/prompt_saving.py" />
      <source>Saved. A slash brings it back.</source>
      <translation>Gespeichert. Ein Schrägstrich holt sie zurück.</translation>
    </message>
    <message>
      <location filename="writing/queueing.py" />
      <source>The next message was removed.</source>
      <translation>Die nächste Nachricht wurde entfernt.</translation>
    </message>
    <message>
      <location filename="writing/queueing.py" />
      <source>The reply did not come to its end, so your next message is back here.</source>
      <translation>Die Antwort kam nicht zu ihrem Ende; die nächste Nachricht liegt wieder hier.</translation>
    </message>
    <message>
      <location filename="writing/sending_key.py" />
      <source>Ctrl+Enter sends</source>
      <translation>Strg+Eingabe sendet</translation>
    </message>
    <message>
      <location filename="writing/sending_key.py" />
      <source>Enter sends</source>
      <translation>Eingabe sendet</translation>
    </message>
    <message>
      <location filename="writing/spelling.py" />
      <source>Looking for words</source>
      <translation>Wörter werden gesucht</translation>
    </message>
    <message>
      <location filename="writing/spelling.py" />
      <source>No suggestions</source>
      <translation>Keine Vorschläge</translation>
    </message>
  </context>
</TS>

# The French of CaféCM: `make messages` finds the sentences, this file says them.
msgid ""
msgstr ""
"Project-Id-Version: CaféCM\n"
"Report-Msgid-Bugs-To: \n"
"POT-Creation-Date: 2026-11-26 03:14+0100\n"
"PO-Revision-Date: 2026-11-22 10:15+0100\n"
"Last-Translator: CaféCM\n"
"Language-Team: français\n"
"Language: fr\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

#: cafecm/management/commands/demo.py
msgid ""
"This database holds real people. The demo café opens only where there are "
"none."
msgstr ""
"Cette base contient de vraies personnes. Le café de démonstration n’ouvre "
"que là où il n’y en a pas."

#: cafecm/management/commands/demo.py
msgid ""
"The demo café is open already. To clear it and open it anew: demo --rebuild"
msgstr ""
"Le café de démonstration est déjà ouvert. Pour le vider et le rouvrir : demo "
"--rebuild"

#: cafecm/management/commands/demo.py
#, python-format
msgid ""
"The demo café is open. Sign in as %(organizer)s (organizer) or %(member)s "
"(member); the code arrives at /dev/mail/."
msgstr ""
"Le café de démonstration est ouvert. Connectez-vous avec %(organizer)s "
"(organisation) ou %(member)s (membre) ; le code arrive dans /dev/mail/."

#: cafecm/outages.py
msgid "The café is catching its breath."
msgstr "Le café reprend son souffle."

#: cafecm/outages.py
msgid ""
"This page cannot be served just now. Wait a few seconds, then load it again."
msgstr ""
"Cette page ne peut pas être servie à l’instant. Attendez quelques secondes, "
"puis rechargez-la."

#: cafecm/outages.py
msgid "If you were sending a form, send it again: nothing counts twice."
msgstr ""
"Si vous envoyiez un formulaire, envoyez-le de nouveau : rien ne compte deux "
"fois."

#: cafecm/outages.py
msgid "Back to the café"
msgstr "Retour au café"

#: cafecm/register.py
msgid "The organizers of the café, and whoever keeps the site."
msgstr "Les personnes qui organisent le café, et celles qui tiennent le site."

#: cafecm/register.py
msgid "Your account"
msgstr "Votre compte"

#: cafecm/register.py
msgid ""
"Your address, your name, your language, when you joined and last signed in, "
"your passkeys and codes."
msgstr ""
"Votre adresse, votre nom, votre langue, la date de votre arrivée et de votre "
"dernière connexion, vos clés d’accès et vos codes."

#: cafecm/register.py
msgid ""
"To know that it is you, and to write to you about your place. You asked for "
"it by coming."
msgstr ""
"Pour savoir que c’est bien vous, et vous écrire au sujet de votre place. En "
"venant, vous l’avez demandé."

#: cafecm/register.py
msgid "Nobody but whoever keeps the site; your name, whom you choose."
msgstr ""
"Personne d’autre que qui tient le site ; votre nom, les personnes que vous "
"choisissez."

#: cafecm/register.py
#, python-format
msgid ""
"Until you erase it. After %(warned)s days without a sign of you we ask, and "
"%(days)s days later it is erased."
msgstr ""
"Jusqu’à ce que vous l’effaciez. Après %(warned)s jours sans nouvelles, nous "
"vous posons la question, et %(days)s jours plus tard il est effacé."

#: cafecm/register.py
msgid "Your profile"
msgstr "Votre profil"

#: cafecm/register.py
msgid ""
"What you tell of yourself: photo, trades, what you look for and can help "
"with, links."
msgstr ""
"Ce que vous dites de vous : photo, métiers, ce que vous cherchez, ce que "
"vous pouvez apporter, liens."

#: cafecm/register.py
msgid "So that people find whom to meet. All of it is your choice."
msgstr "Pour que chacun trouve qui rencontrer. Tout y est à votre choix."

#: cafecm/register.py
msgid "Whom you choose, part by part; at first, people at the same café."
msgstr ""
"Les personnes que vous choisissez, partie par partie ; au départ, celles qui "
"viennent au même café."

#: cafecm/register.py
msgid ""
"Until you change it or erase your account; a photo goes with all its copies."
msgstr ""
"Jusqu’à ce que vous le changiez ou effaciez votre compte ; une photo part "
"avec toutes ses copies."

#: cafecm/register.py
msgid "Your places at cafés"
msgstr "Vos places aux cafés"

#: cafecm/register.py
msgid ""
"What you answered, who comes with you, what you told the organizers, whether "
"you were there."
msgstr ""
"Votre réponse, qui vous accompagne, ce que vous avez confié à l’équipe, et "
"si vous étiez là."

#: cafecm/register.py
msgid ""
"To keep your chair, to receive you, and to bake neither too much nor too "
"little the next time."
msgstr ""
"Pour vous garder une chaise, vous accueillir, et ne cuire ni trop ni trop "
"peu la fois suivante."

#: cafecm/register.py
msgid ""
"The organizers, the host’s reception on the evening, and whom you let see "
"that you come."
msgstr ""
"L’équipe du café, l’accueil de l’hôte ce soir-là, et les personnes à qui "
"vous laissez voir que vous venez."

#: cafecm/register.py
#, python-format
msgid ""
"%(days)s days after the evening: then numbers are all that stays, and when "
"you first came. The reception’s list goes the day after."
msgstr ""
"%(days)s jours après la soirée : il ne reste alors que des nombres, et la "
"date de votre première venue. La liste de l’accueil part dès le lendemain."

#: cafecm/register.py
msgid "What we should know for an evening"
msgstr "Ce qu’il faut savoir pour une soirée"

#: cafecm/register.py
msgid ""
"A need that you told the organizers; the name of somebody whom they added "
"without an address."
msgstr ""
"Un besoin que vous avez confié à l’organisation ; le nom de quelqu’un "
"qu’elle a ajouté sans adresse."

#: cafecm/register.py
msgid "To receive you well."
msgstr "Pour bien vous recevoir."

#: cafecm/register.py
msgid "The organizers; of the name, the host’s reception too."
msgstr "L’organisation ; pour le nom, l’accueil du lieu aussi."

#: cafecm/register.py
#, python-format
msgid "%(days)s days after the evening."
msgstr "%(days)s jours après la soirée."

#: cafecm/register.py
msgid "What you said yes to"
msgstr "Ce à quoi vous avez dit oui"

#: cafecm/register.py
msgid ""
"Being introduced, greeting newcomers, which trades and cafés you follow, "
"each with its date."
msgstr ""
"Les présentations, l’accueil des nouvelles têtes, les métiers et les cafés "
"que vous suivez, chacun avec sa date."

#: cafecm/register.py
msgid "Because you asked for it."
msgstr "Parce que vous l’avez demandé."

#: cafecm/register.py
msgid "You; the other person, where you are introduced to each other."
msgstr "Vous ; et l’autre personne, quand le café vous présente."

#: cafecm/register.py
msgid "Until you say no: it holds from that moment on."
msgstr "Jusqu’à ce que vous disiez non : cela vaut aussitôt."

#: cafecm/register.py members/models/wishes.py
msgid "What became of an evening"
msgstr "Le compte rendu des soirées"

#: cafecm/register.py
msgid ""
"Photos, with who noted that those on them agreed; what you say of an "
"evening, and what you report."
msgstr ""
"Les photos, avec qui a noté l’accord des personnes qui y sont ; ce que vous "
"dites d’une soirée, et ce que vous signalez."

#: cafecm/register.py
msgid ""
"So that a café has a memory. Whoever is on a photo takes it down at once, "
"without an account."
msgstr ""
"Pour que le café ait une mémoire. Toute personne visible sur une photo la "
"retire aussitôt, sans compte."

#: cafecm/register.py
msgid ""
"Everybody, once an organizer has published it; your name beside your words, "
"whom you choose."
msgstr ""
"Tout le monde, une fois l’ensemble publié par l’équipe d’organisation ; "
"votre nom près de vos mots, les personnes que vous choisissez."

#: cafecm/register.py
#, python-format
msgid ""
"Photos until somebody on them or an organizer takes them away; your words "
"until you delete them or your account; your name beside them %(days)s days "
"after the evening."
msgstr ""
"Les photos, jusqu’à ce qu’une personne qui y figure ou l’équipe les retire ; "
"vos mots, jusqu’à ce que vous les supprimiez, ou votre compte ; votre nom à "
"côté d’eux, %(days)s jours après la soirée."

#: cafecm/register.py
msgid "Letters between members"
msgstr "Le courrier entre membres"

#: cafecm/register.py
msgid ""
"The words that go through the site, whom you block, and what you report."
msgstr ""
"Les mots qui passent par le site, qui vous bloquez, et ce que vous signalez."

#: cafecm/register.py
msgid ""
"So that nobody has to show an address, and that nobody has to put up with "
"anything."
msgstr ""
"Pour que personne n’ait à montrer son adresse, ni à supporter quoi que ce "
"soit."

#: cafecm/register.py
msgid ""
"The two of you; whoever keeps the site, where one of you reports a letter."
msgstr "Vous deux ; qui tient le site, si l’un de vous signale une lettre."

#: cafecm/register.py
#, python-format
msgid "%(days)s days."
msgstr "%(days)s jours."

#: cafecm/register.py
msgid "The mails we sent you"
msgstr "Les mails que vous avez reçus"

#: cafecm/register.py
msgid ""
"Of what kind, when, and whether they arrived; the words go as soon as a mail "
"has left."
msgstr ""
"De quelle sorte, quand, et s’ils sont arrivés ; les mots s’effacent dès "
"qu’un mail est parti."

#: cafecm/register.py
msgid "So that no mail is lost, or sent twice."
msgstr "Pour qu’aucun mail ne se perde ni ne parte deux fois."

#: cafecm/register.py events/life.py
msgid "Hosts"
msgstr "Les hôtes"

#: cafecm/register.py
msgid "The place you offer, your name, address and phone number."
msgstr ""
"Le lieu que vous proposez, votre nom, votre adresse et votre téléphone."

#: cafecm/register.py
msgid "To agree on an evening at your place. You wrote to us for that."
msgstr "Pour convenir d’une soirée chez vous. Vous nous avez écrit pour cela."

#: cafecm/register.py
#, python-format
msgid ""
"The contact, %(days)s days after the last word about the offer; the place "
"stays in the café’s memory."
msgstr ""
"Le contact, %(days)s jours après le dernier mot sur la proposition ; le lieu "
"reste dans la mémoire du café."

#: cafecm/register.py
msgid "Visits"
msgstr "Les visites"

#: cafecm/register.py
msgid ""
"A cookie keeps you signed in, another protects forms; reading sets none. The "
"server’s log has your network address where somebody signs in or tries too "
"often, and no address of yours in words."
msgstr ""
"Un cookie garde votre session ouverte, un autre protège les formulaires ; "
"lire n’en pose aucun. Le journal du serveur note l’adresse réseau de qui se "
"connecte ou insiste trop, jamais votre adresse e-mail."

#: cafecm/register.py
msgid ""
"To keep others out of your account. The law asks for no banner for these, so "
"there is none."
msgstr ""
"Pour que personne d’autre n’entre dans votre compte. La loi ne demande pas "
"de bandeau pour ceux-là, il n’y en a donc pas."

#: cafecm/register.py
msgid "Whoever keeps the site."
msgstr "Qui tient le site."

#: cafecm/register.py
msgid ""
"A session ends after two weeks; logs go by the rule of the machine they are "
"on."
msgstr ""
"Une session finit après deux semaines ; les journaux suivent la règle de "
"leur machine."

#: cafecm/settings.py members/models/member.py
msgid "French"
msgstr "Français"

#: cafecm/settings.py members/models/member.py
msgid "English"
msgstr "Anglais"

#: events/apps.py templates/base.html templates/organize/party.html
msgid "Cafés"
msgstr "Cafés"

#: events/archive/facts.py
msgid "This is not a record with names and values."
msgstr "Ce n’est pas une fiche avec des noms et des valeurs."

#: events/archive/facts.py
msgid "This is not one value."
msgstr "Ce n’est pas une valeur seule."

#: events/archive/facts.py
msgid "This text holds characters that no page can show."
msgstr "Ce texte contient des caractères qu’aucune page ne sait montrer."

#: events/archive/facts.py
msgid "This is not text."
msgstr "Ce n’est pas du texte."

#: events/archive/facts.py
msgid "This is not a moment such as 2019-03-27T18:00:00+00:00."
msgstr "Ce n’est pas un moment comme 2019-03-27T18:00:00+00:00."

#: events/archive/unpacking.py
msgid "The file is no archive of a series, or not a whole one."
msgstr "Ce fichier n’est pas l’archive d’une série, ou pas en entier."

#: events/archive/unpacking.py
msgid "The archive holds something that no archive of a series holds."
msgstr "L’archive contient autre chose que ce que contient celle d’une série."

#: events/archive/unpacking.py
msgid "The archive is larger than 4 GB when it is unpacked."
msgstr "Une fois ouverte, l’archive pèse plus de 4 Go."

#: events/archive/unpacking.py
#, python-format
msgid "%(where)s: %(reason)s Nothing was taken in."
msgstr "%(where)s : %(reason)s Rien n’a été repris."

#: events/archive/unpacking.py
#, python-format
msgid "%(file)s is missing in the archive."
msgstr "%(file)s manque dans l’archive."

#: events/archive/unpacking.py
#, python-format
msgid "%(file)s, line %(number)s"
msgstr "%(file)s, ligne %(number)s"

#: events/archive/unpacking.py
msgid "The archive was made by a newer café: bring this one up to date first."
msgstr ""
"L’archive vient d’un café plus récent : mettez d’abord celui-ci à jour."

#: events/archive/unpacking.py
msgid "The series has no name."
msgstr "La série n’a pas de nom."

#: events/archive/unpacking.py
#, python-format
msgid "A series with the address “%(slug)s” is here already."
msgstr "Une série a déjà l’adresse « %(slug)s » ici."

#: events/archive/unpacking.py
msgid "A venue has a name, and an address that no other one has."
msgstr "Un lieu a un nom, et une adresse de page qui n’est qu’à lui."

#: events/archive/unpacking.py
#, python-format
msgid "A venue has up to %(most)s photos."
msgstr "Un lieu a %(most)s photos au plus."

#: events/archive/unpacking.py
msgid "An edition has an address."
msgstr "Une édition a une adresse de page."

#: events/archive/unpacking.py
msgid "A theme is about up to five trades."
msgstr "Un thème porte sur cinq métiers au plus."

#: events/archive/unpacking.py
#, python-format
msgid "An evening has up to %(most)s photos."
msgstr "Une soirée a %(most)s photos au plus."

#: events/archive/unpacking.py
#, python-format
msgid "The venue “%(venue)s” is not in the archive."
msgstr "Le lieu « %(venue)s » n’est pas dans l’archive."

#: events/archive/unpacking.py
msgid ""
"A link to read next has a title and an address of the web; there are twelve "
"at most."
msgstr ""
"Un lien à lire ensuite a un titre et une adresse du web ; il y en a douze au "
"plus."

#: events/archive/unpacking.py
#, python-format
msgid "“%(name)s” is not what an evening remembers."
msgstr "« %(name)s » n’est pas ce dont une soirée se souvient."

#: events/archive/unpacking.py
#, python-format
msgid "%(where)s cannot be read."
msgstr "%(where)s : illisible."

#: events/archive/unpacking.py
#, python-format
msgid "“%(name)s” is not a list."
msgstr "« %(name)s » n’est pas une liste."

#: events/belongings.py
#, python-format
msgid ""
"You alone organize %(series)s: name somebody else first, or ask whoever "
"keeps the site to."
msgstr ""
"Personne d’autre que vous n’organise %(series)s : désignez d’abord quelqu’un "
"d’autre, ou demandez-le à qui tient le site."

#: events/cadence.py
msgctxt "weekday of the month"
msgid "first"
msgstr "premier"

#: events/cadence.py
msgctxt "weekday of the month"
msgid "second"
msgstr "deuxième"

#: events/cadence.py
msgctxt "weekday of the month"
msgid "third"
msgstr "troisième"

#: events/cadence.py
msgctxt "weekday of the month"
msgid "fourth"
msgstr "quatrième"

#: events/cadence.py
msgctxt "weekday of the month"
msgid "last"
msgstr "dernier"

#: events/cadence.py
#, python-format
msgid "every %(day)s"
msgid_plural "%(day)s, every %(interval)s weeks"
msgstr[0] "chaque %(day)s"
msgstr[1] "%(day)s, toutes les %(interval)s semaines"

#: events/cadence.py
#, python-format
msgid "%(which)s %(day)s of each month"
msgid_plural "%(which)s %(day)s, every %(interval)s months"
msgstr[0] "%(which)s %(day)s de chaque mois"
msgstr[1] "%(which)s %(day)s, tous les %(interval)s mois"

#: events/cadence.py
#, python-format
msgid "after the rule %(rule)s"
msgstr "selon la règle %(rule)s"

#: events/cadence_forms.py
msgid "Which one"
msgstr "Lequel"

#: events/cadence_forms.py
msgid "every week, or every so many weeks"
msgstr "chaque semaine, ou toutes les n semaines"

#: events/cadence_forms.py
msgid "Day"
msgstr "Jour"

#: events/cadence_forms.py
msgid "Every how many months, or weeks"
msgstr "Tous les combien (de mois, ou de semaines)"

#: events/cadence_forms.py templates/organize/dates.html
msgid "Another rule"
msgstr "Une autre règle"

#: events/cadence_forms.py
msgid ""
"For those who know them: a recurrence rule such as FREQ=MONTHLY;"
"BYDAY=2TU,4TU (RFC 5545). It takes the place of the choices above."
msgstr ""
"Pour qui les connaît : une règle de récurrence telle que FREQ=MONTHLY;"
"BYDAY=2TU,4TU (RFC 5545). Elle remplace les choix ci-dessus."

#: events/cadence_forms.py
msgid "The end is at the same moment as the start."
msgstr "La fin tombe au même moment que le début."

#: events/cadence_forms.py
msgid "For the next dates"
msgstr "Pour les prochaines dates"

#: events/desk_mail.py
msgid "about a place"
msgstr "à propos d’une place"

#: events/desk_mail.py
msgid "about a place at every café"
msgstr "à propos d’une place à chaque café"

#: events/desk_mail.py
msgid "whether they come"
msgstr "demande de confirmation"

#: events/desk_mail.py events/readiness.py
msgid "reminder"
msgstr "rappel"

#: events/desk_mail.py
msgid "news of a café"
msgstr "nouvelles d’un café"

#: events/desk_mail.py
msgid "RSVPs before everybody"
msgstr "inscription en avant-première"

#: events/desk_mail.py
msgid "answer to a calendar"
msgstr "réponse à un agenda"

#: events/desk_mail.py
msgid "sign-in code"
msgstr "code de connexion"

#: events/desk_mail.py
msgid "sign-in and account"
msgstr "connexion et compte"

#: events/desk_mail.py
msgid "recap of a café"
msgstr "compte rendu d’un café"

#: events/desk_mail.py
msgid "digest"
msgstr "récapitulatif"

#: events/desk_mail.py
msgid "letter from the organizers"
msgstr "lettre de l’organisation"

#: events/desk_mail.py
msgid "news of a trade"
msgstr "nouvelles d’un métier"

#: events/desk_mail.py
msgid "another mail"
msgstr "autre message"

#: events/desk_mail.py
msgid "It would have come too late."
msgstr "Il serait arrivé trop tard."

#: events/desk_mail.py
msgid "The address does not exist any more."
msgstr "L’adresse n’existe plus."

#: events/desk_mail.py
msgid "It was no longer of use when its turn came."
msgstr "Il n’était plus utile quand son tour est venu."

#: events/door_forms.py events/people_file.py events/people_forms.py
#: events/venue_forms.py events/views/host_page.py templates/host/_lines.html
msgid "Name"
msgstr "Nom"

#: events/door_forms.py events/life.py templates/organize/rotation.html
msgid "People"
msgstr "Personnes"

#: events/emails/announcements.py
#, python-format
msgid "About a trade that you follow: %(edition)s"
msgstr "Autour d’un métier que vous suivez : %(edition)s"

#: events/emails/announcements.py
#, python-format
msgid ""
"This evening is about a trade that you follow: %(trades)s. Do you come? Say "
"so on its page."
msgstr ""
"Cette soirée parle d’un métier que vous suivez : %(trades)s. Venez-vous ? "
"Dites-le sur sa page."

#: events/emails/announcements.py
#, python-format
msgid "Here is the next evening. RSVPs open on %(opening)s."
msgstr "Voici la prochaine soirée. Les inscriptions ouvrent le %(opening)s."

#: events/emails/announcements.py
msgid ""
"Here is the next evening. Do you come? Say so on its page, and a place is "
"yours."
msgstr ""
"Voici la prochaine soirée. Venez-vous ? Dites-le sur sa page, et une place "
"est à vous."

#: events/emails/announcements.py
#, python-format
msgid "Next café: %(edition)s"
msgstr "Prochain café : %(edition)s"

#: events/emails/announcements.py
#, python-format
msgid "%(name)s, who organizes this café, writes to you:"
msgstr "%(name)s, à l’organisation de ce café, vous écrit :"

#: events/emails/announcements.py events/feeds.py tests/events/test_feeds.py
#, python-format
msgid "What became of the evening: %(edition)s"
msgstr "Le compte rendu de la soirée : %(edition)s"

#: events/emails/announcements.py
msgid ""
"You were there. The notes of the evening are on its page now, to find again "
"what was said."
msgstr ""
"Vous y étiez. Les notes de la soirée sont maintenant sur sa page, pour "
"retrouver ce qui s’est dit."

#: events/emails/announcements.py
msgid "Read the recap"
msgstr "Lire le compte rendu"

#: events/emails/editions.py events/emails/hosting.py events/ics.py
#: events/views/card.py tests/events/test_feeds.py
#: tests/events/test_member_calendar.py
#, python-format
msgid "Cancelled: %(edition)s"
msgstr "Annulé : %(edition)s"

#: events/emails/editions.py events/ics.py
msgid "This café will not take place."
msgstr "Ce café n’aura pas lieu."

#: events/emails/editions.py events/emails/hosting.py
#, python-format
msgid "New date: %(edition)s"
msgstr "Nouvelle date : %(edition)s"

#: events/emails/editions.py
#, python-format
msgid ""
"The café has moved from %(before)s to %(now)s. Your place moves with it; "
"free it if the new date does not suit you."
msgstr ""
"Prévu le %(before)s, le café aura finalement lieu le %(now)s. Votre place "
"vous suit ; libérez-la si la nouvelle date ne vous convient pas."

#: events/emails/editions.py
#, python-format
msgid "The café that was cancelled takes place after all, on %(now)s."
msgstr "Le café qui était annulé aura bien lieu, le %(now)s."

#: events/emails/editions.py
#, python-format
msgid ""
"The café that was cancelled takes place after all: not on %(before)s, but on "
"%(now)s."
msgstr ""
"Le café qui était annulé aura bien lieu : non pas le %(before)s, mais le "
"%(now)s."

#: events/emails/editions.py
#, python-format
msgid ""
"You are number %(position)s on the waitlist, as you were. If you cannot come "
"any more, leave it."
msgstr ""
"Vous gardez votre numéro %(position)s sur la liste d’attente. Si vous ne "
"pouvez plus venir, quittez-la."

#: events/emails/editions.py
msgid ""
"Your place is kept. Do you still come? Say so with one click, or free it for "
"somebody who waits."
msgstr ""
"Votre place vous attend. Vous venez toujours ? Dites-le d’un clic, ou "
"libérez-la pour quelqu’un qui attend."

#: events/emails/editions.py events/emails/hosting.py
#, python-format
msgid "It takes place after all: %(edition)s"
msgstr "Il aura bien lieu : %(edition)s"

#: events/emails/editions.py events/emails/reminders.py
#: templates/events/_rsvp.html
msgid "I'm coming, or I free my place"
msgstr "Je viens, ou je libère ma place"

#: events/emails/editions.py
msgid ""
"The café is looking for another place; the date stays the same. We write to "
"you when it is found."
msgstr ""
"Le café cherche un autre lieu ; la date, elle, ne change pas. Nous vous "
"écrivons dès qu’il est trouvé."

#: events/emails/editions.py
#, python-format
msgid "The café meets at %(venue)s."
msgstr "Rendez-vous ici : %(venue)s."

#: events/emails/editions.py
#, python-format
msgid "Where we meet: %(edition)s"
msgstr "Où nous retrouver : %(edition)s"

#: events/emails/editions.py
#, python-format
msgid "You first: %(edition)s"
msgstr "Vous d’abord : %(edition)s"

#: events/emails/editions.py
#, python-format
msgid ""
"Last time you were still waiting for a place when the café began. This time "
"you may say that you come before everybody else: RSVPs open to all on "
"%(opening)s."
msgstr ""
"La dernière fois, le café a commencé alors que vous attendiez encore une "
"place. Cette fois, passez devant : vous pouvez vous inscrire dès maintenant, "
"et tout le monde à partir du %(opening)s."

#: events/emails/editions.py
msgid ""
"Last time you were still waiting for a place when the café began. The next "
"one takes RSVPs now."
msgstr ""
"La dernière fois, le café a commencé alors que vous attendiez encore une "
"place. Les inscriptions au prochain sont ouvertes dès maintenant."

#: events/emails/hosting.py
#, python-format
msgid "A place for the café: %(place)s"
msgstr "Un lieu pour le café : %(place)s"

#: events/emails/hosting.py
#, python-format
msgid "%(name)s (%(organisation)s) offers to host the café."
msgstr "%(name)s (%(organisation)s) propose d’accueillir le café."

#: events/emails/hosting.py
msgid "Somebody"
msgstr "Quelqu’un"

#: events/emails/hosting.py venues/emails.py
msgid "Place"
msgstr "Lieu"

#: events/emails/hosting.py templates/organize/offer.html venues/emails.py
msgid "Room for"
msgstr "Capacité"

#: events/emails/hosting.py events/venue_forms.py members/meanwhile.py
#: venues/emails.py
msgid "unknown"
msgstr "inconnu"

#: events/emails/hosting.py
msgid "Read the offer"
msgstr "Lire la proposition"

#: events/emails/hosting.py
#, python-format
msgid "Your page for the café: %(edition)s"
msgstr "Votre page pour le café : %(edition)s"

#: events/emails/hosting.py
msgid ""
"Here is your own page for this evening: how many people come, what we "
"promised, whom to call, a poster and texts for your colleagues, and the list "
"of names for your reception."
msgstr ""
"Voici votre page pour cette soirée : combien de personnes viennent, ce que "
"nous avons promis, qui appeler, une affiche et un texte pour vos collègues, "
"et la liste des noms pour votre accueil."

#: events/emails/hosting.py
#, python-format
msgid ""
"The link opens without an account. Pass it on only to those who need it; it "
"ends on %(day)s."
msgstr ""
"Le lien s’ouvre sans compte. Ne le transmettez qu’aux personnes qui en ont "
"besoin ; il s’éteint le %(day)s."

#: events/emails/hosting.py
msgid "Open my page"
msgstr "Ouvrir ma page"

#: events/emails/hosting.py
#, python-format
msgid "The list for your reception: %(edition)s"
msgstr "La liste pour votre accueil : %(edition)s"

#: events/emails/hosting.py
#, python-format
msgid ""
"The list is ready, with %(people)s name. Print it, or take it as a file."
msgid_plural ""
"The list is ready, with %(people)s names. Print it, or take it as a file."
msgstr[0] ""
"La liste est prête, avec %(people)s nom. Imprimez-la, ou prenez-la en "
"fichier."
msgstr[1] ""
"La liste est prête, avec %(people)s noms. Imprimez-la, ou prenez-la en "
"fichier."

#: events/emails/hosting.py
msgid "When somebody joins or leaves, we write to you."
msgstr "Si quelqu’un s’ajoute ou se retire, nous vous l’écrivons."

#: events/emails/hosting.py templates/host/page.html
msgid "Open the list"
msgstr "Ouvrir la liste"

#: events/emails/hosting.py
#, python-format
msgid "The list has changed: %(edition)s"
msgstr "La liste a changé : %(edition)s"

#: events/emails/hosting.py
#, python-format
msgid "%(people)s person is on the list now."
msgid_plural "%(people)s people are on the list now."
msgstr[0] "%(people)s personne est maintenant sur la liste."
msgstr[1] "%(people)s personnes sont maintenant sur la liste."

#: events/emails/hosting.py
#, python-format
msgid ""
"The café at your place is now on %(moment)s. Your page and your list have "
"moved with it."
msgstr ""
"Le café chez vous se tient maintenant le %(moment)s. Votre page et votre "
"liste ont suivi."

#: events/emails/hosting.py
#, python-format
msgid ""
"The café at your place, which was cancelled, takes place after all, on "
"%(moment)s."
msgstr "Le café chez vous, qui était annulé, aura bien lieu, le %(moment)s."

#: events/emails/hosting.py
msgid "If that no longer suits you, tell us: whom to call stands on your page."
msgstr ""
"Si cela ne vous convient plus, dites-le-nous : votre page indique qui "
"appeler."

#: events/emails/hosting.py
msgid "The café at your place will not take place: nobody comes that evening."
msgstr "Le café chez vous n’aura pas lieu : personne ne viendra ce soir-là."

#: events/emails/hosting.py events/emails/parts.py
#: templates/cafecm/kept_mail_list.html templates/events/edition_detail.html
#: venues/offer_forms.py
msgid "When"
msgstr "Quand"

#: events/emails/hosting.py events/emails/parts.py
#: templates/events/edition_detail.html
msgid "Where"
msgstr "Où"

#: events/emails/letters.py
#, python-format
msgid "Hello %(name)s,"
msgstr "Bonjour %(name)s,"

#: events/emails/letters.py
msgid "Hello,"
msgstr "Bonjour,"

#: events/emails/letters.py
msgid "See you soon,"
msgstr "À bientôt,"

#: events/emails/letters.py
msgid "Your offer to host the café"
msgstr "Votre proposition d’accueillir le café"

#: events/emails/letters.py
#, python-format
msgid ""
"thank you for offering %(place)s. We would like to see the place together "
"and talk it over."
msgstr ""
"merci de nous proposer %(place)s. Nous aimerions voir le lieu avec vous et "
"en parler."

#: events/emails/letters.py
msgid "Which days of the coming weeks suit you? Half an hour is enough."
msgstr ""
"Quels jours des semaines à venir vous conviennent ? Une demi-heure suffit."

#: events/emails/letters.py
#, python-format
msgid "After our visit to %(place)s"
msgstr "Après notre visite à %(place)s"

#: events/emails/letters.py
msgid ""
"thank you for showing us the place. We are now looking for a date that suits "
"it, and come back to you."
msgstr ""
"merci de nous avoir montré le lieu. Nous cherchons maintenant une date qui "
"lui va, et revenons vers vous."

#: events/emails/letters.py
#, python-format
msgid "It is settled: the café comes to %(place)s"
msgstr "C’est entendu : le café vient à %(place)s"

#: events/emails/letters.py
msgid ""
"it is settled: the café comes to your place. We write to you as soon as the "
"date is set."
msgstr ""
"c’est entendu : le café vient chez vous. Nous vous écrivons dès que la date "
"est fixée."

#: events/emails/letters.py
#, python-format
msgid ""
"it is settled: the café comes to your place on %(day)s, from %(start)s to "
"%(end)s, for %(people)s people."
msgstr ""
"c’est entendu : le café vient chez vous le %(day)s, de %(start)s à %(end)s, "
"pour %(people)s personnes."

#: events/emails/letters.py
#, python-format
msgid "Its page: %(address)s"
msgstr "Sa page : %(address)s"

#: events/emails/letters.py
msgid ""
"You get a link of your own, too: how many people come, a poster for your "
"walls, and the list of names for your reception."
msgstr ""
"Vous recevez aussi un lien à vous : combien de personnes viennent, une "
"affiche pour vos murs, et la liste des noms pour votre accueil."

#: events/emails/letters.py
#, python-format
msgid "Thank you for having us at %(place)s"
msgstr "Merci de nous avoir reçus à %(place)s"

#: events/emails/letters.py
msgid "thank you for opening your doors to us. It was a good evening."
msgstr "merci de nous avoir ouvert vos portes. C’était une belle soirée."

#: events/emails/letters.py
#, python-format
msgid ""
"thank you for opening your doors to us on %(day)s. It was a good evening."
msgstr ""
"merci de nous avoir ouvert vos portes le %(day)s. C’était une belle soirée."

#: events/emails/letters.py
#, python-format
msgid "You welcomed %(people)s person."
msgid_plural "You welcomed %(people)s people."
msgstr[0] "Vous avez accueilli %(people)s personne."
msgstr[1] "Vous avez accueilli %(people)s personnes."

#: events/emails/letters.py
#, python-format
msgid "Their trades: %(trades)s."
msgstr "Leurs métiers : %(trades)s."

#: events/emails/letters.py
#, python-format
msgid ""
"What remains of the evening is on its page, to pass on inside your house "
"too: %(address)s"
msgstr ""
"Ce qu’il en reste est sur sa page, à faire circuler chez vous aussi : "
"%(address)s"

#: events/emails/letters.py
#, python-format
msgid ""
"thank you for offering %(place)s. We looked at it with care, and cannot come "
"this time."
msgstr ""
"merci de nous avoir proposé %(place)s. Nous l’avons regardé avec soin, et ne "
"pouvons pas venir cette fois."

#: events/emails/letters.py
msgid "We keep your offer, and hope to see you at a café anyway."
msgstr ""
"Nous gardons votre proposition, et espérons vous voir à un café quand même."

#: events/emails/organizers.py
msgid "Place on offer"
msgstr "Lieu proposé"

#: events/emails/organizers.py templates/organize/board.html
#: templates/organize/offer.html templates/organize/offer_new.html
#: templates/organize/offers.html
msgid "Places on offer"
msgstr "Lieux proposés"

#: events/emails/organizers.py
msgid "Your coming cafés, this week"
msgstr "Vos prochains cafés, cette semaine"

#: events/emails/organizers.py
msgid "Here is where your coming cafés stand, and what they still need."
msgstr "Voici où en sont vos prochains cafés, et ce qui leur manque encore."

#: events/emails/organizers.py
msgid "Open the desk"
msgstr "Ouvrir l’espace d’organisation"

#: events/emails/organizers.py
msgid "a draft, not published yet"
msgstr "brouillon, pas encore publié"

#: events/emails/organizers.py
msgid "no venue yet"
msgstr "pas encore de lieu"

#: events/emails/organizers.py
msgid "no theme yet"
msgstr "pas encore de thème"

#: events/emails/parts.py templates/events/_rsvp.html
#: templates/events/place.html templates/events/rsvp_cancel.html
msgid "Leave the waitlist"
msgstr "Quitter la liste d’attente"

#: events/emails/parts.py
msgid "I cannot come: free my place"
msgstr "Libérer ma place si je ne peux plus venir"

#: events/emails/parts.py templates/events/_rsvp.html
#: templates/events/place.html
msgid "Add to my calendar"
msgstr "Ajouter à mon agenda"

#: events/emails/parts.py templates/events/_when_where.html
#: templates/organize/change.html
#, python-format
msgid "%(day)s, %(start)s to %(end)s"
msgstr "%(day)s, de %(start)s à %(end)s"

#: events/emails/parts.py templates/events/_getting_in.html
msgid "Getting in"
msgstr "Pour entrer"

#: events/emails/parts.py
msgid "The host's reception sees your name and those of your guests."
msgstr "L’accueil de l’hôte voit votre nom et celui de vos invités."

#: events/emails/parts.py
msgid "Somebody of the organizers"
msgstr "Quelqu’un de l’organisation"

#: events/emails/parts.py
msgid "We look forward to seeing you."
msgstr "Au plaisir de vous y voir."

#: events/emails/parts.py
#, python-format
msgid "We look forward to seeing you and your guest."
msgid_plural "We look forward to seeing you and your %(guests)s guests."
msgstr[0] "Au plaisir de vous y voir, avec la personne qui vous accompagne."
msgstr[1] ""
"Au plaisir de vous y voir, avec les %(guests)s personnes qui vous "
"accompagnent."

#: events/emails/parts.py templates/events/home.html
#: templates/events/rsvp_closed.html
msgid "See the café"
msgstr "Voir le café"

#: events/emails/parts.py
msgid "My position in the line"
msgstr "Mon rang dans la liste"

#: events/emails/parts.py templates/events/_rsvp.html
#: templates/events/place.html templates/events/rsvp_form.html
msgid "My place"
msgstr "Ma place"

#: events/emails/parts.py tests/events/test_emails.py
msgid "to be confirmed"
msgstr "à confirmer"

#: events/emails/parts.py events/feeds.py
#, python-format
msgid "%(day)s at %(time)s"
msgstr "%(day)s à %(time)s"

#: events/emails/people.py
msgid ""
"You wanted to be introduced. Here is whom we would put beside you at the "
"table:"
msgstr ""
"Vous vouliez faire des rencontres. Voici qui nous mettrions à côté de vous à "
"table :"

#: events/emails/people.py
#, python-format
msgid "%(name)s: %(reason)s"
msgstr "%(name)s : %(reason)s"

#: events/emails/people.py
#, python-format
msgid ""
"%(name)s does the same work as you, and greets you gladly: ask for them at "
"the door."
msgstr ""
"%(name)s fait le même métier que vous et se réjouit de vous accueillir : "
"demandez à l’entrée."

#: events/emails/people.py
msgid "After your first café"
msgstr "Après votre premier café"

#: events/emails/people.py
#, python-format
msgid ""
"Two evenings ago you came for the first time to “%(edition)s”. Thank you for "
"coming."
msgstr ""
"Il y a deux soirs, c’était votre première fois à « %(edition)s ». Merci de "
"votre visite."

#: events/emails/people.py
#, python-format
msgid "You may have met: %(names)s."
msgstr "Vous avez peut-être rencontré : %(names)s."

#: events/emails/people.py
msgid ""
"What next? Put your trade into your profile, so that the right people find "
"you; say whether you want to be introduced to three people next time; and "
"come back: the café is elsewhere each time."
msgstr ""
"Et maintenant ? Mettez votre métier dans votre profil, pour que les bonnes "
"personnes vous trouvent ; dites si vous voulez qu’on vous présente trois "
"personnes la prochaine fois ; et revenez : le café change de lieu à chaque "
"fois."

#: events/emails/people.py
msgid "See the next cafés"
msgstr "Voir les prochains cafés"

#: events/emails/people.py templates/members/edit_profile.html
#: templates/members/me.html
msgid "My profile"
msgstr "Mon profil"

#: events/emails/people.py members/models/wishes.py
#: templates/events/meeting.html templates/members/me.html
msgid "People to meet"
msgstr "Des personnes à rencontrer"

#: events/emails/places.py
#, python-format
msgid "You have a place: %(edition)s"
msgstr "Vous avez une place : %(edition)s"

#: events/emails/places.py
#, python-format
msgid ""
"There are not enough free places for all of you. You are number %(position)s "
"on the waitlist; as soon as there are, they are yours and we write to you. "
"With fewer people, a place is yours at once."
msgstr ""
"Il ne reste pas assez de places pour tout votre groupe. Vous êtes numéro "
"%(position)s sur la liste d’attente ; dès qu’il y en a assez, elles sont à "
"vous et nous vous écrivons. À moins nombreux, une place est à vous tout de "
"suite."

#: events/emails/places.py
#, python-format
msgid ""
"The café is full. You are number %(position)s on the waitlist. It begins "
"soon: a place that becomes free is offered to everyone waiting, by mail, and "
"goes to the first who says yes."
msgstr ""
"Le café est complet. Vous êtes numéro %(position)s sur la liste d’attente. "
"Il commence bientôt : une place qui se libère est proposée par mail à toutes "
"les personnes qui attendent, et revient à la première qui dit oui."

#: events/emails/places.py
#, python-format
msgid ""
"The café is full. You are number %(position)s on the waitlist; as soon as a "
"place is free for you, it is yours and we write to you."
msgstr ""
"Le café est complet. Vous êtes numéro %(position)s sur la liste d’attente ; "
"dès qu’une place se libère pour vous, elle est à vous et nous vous écrivons."

#: events/emails/places.py
#, python-format
msgid "You are on the waitlist: %(edition)s"
msgstr "Vous êtes sur la liste d’attente : %(edition)s"

#: events/emails/places.py
#, python-format
msgid "A place is yours: %(edition)s"
msgstr "Une place est à vous : %(edition)s"

#: events/emails/places.py
msgid "A place has become free, and you were next in line."
msgstr "Une place s’est libérée, et c’était votre tour."

#: events/emails/places.py
#, python-format
msgid "You have left the waitlist: %(edition)s"
msgstr "Vous avez quitté la liste d’attente : %(edition)s"

#: events/emails/places.py
#, python-format
msgid "Your place is free again: %(edition)s"
msgstr "Votre place est libérée : %(edition)s"

#: events/emails/places.py
msgid ""
"Thank you for telling us. Should your evening change once more, you can come "
"back as long as there are places."
msgstr ""
"Merci d’avoir prévenu. Si vos plans changent encore, vous pouvez revenir "
"tant qu’il reste des places."

#: events/emails/places.py
msgid "Thank you for telling us."
msgstr "Merci d’avoir prévenu."

#: events/emails/places.py
#, python-format
msgid "A place is free, first come first served: %(edition)s"
msgstr "Une place se libère, à saisir tout de suite : %(edition)s"

#: events/emails/places.py
msgid ""
"A place has become free so close to the café that we offer it to everyone "
"waiting. It goes to the first who says yes."
msgstr ""
"Une place vient de se libérer, si près du café que nous la proposons à "
"toutes les personnes qui attendent. Elle revient à la première qui dit oui."

#: events/emails/places.py templates/events/_rsvp.html
#: templates/events/place.html
msgid "Yes, I take it"
msgstr "Oui, je la prends"

#: events/emails/places.py
#, python-format
msgid "The next café, with your place: %(edition)s"
msgstr "Le prochain café, avec votre place : %(edition)s"

#: events/emails/places.py
msgid ""
"You come to every café, so a place is set aside for you at this one. If this "
"evening does not suit you, one click frees it for somebody else."
msgstr ""
"Vous venez à tous les cafés : une place vous attend donc à celui-ci. Si ce "
"soir-là ne vous convient pas, un clic suffit pour la laisser à quelqu’un "
"d’autre."

#: events/emails/places.py
#, python-format
msgid "The next café, and you on the waitlist: %(edition)s"
msgstr "Le prochain café, et vous en liste d’attente : %(edition)s"

#: events/emails/places.py
#, python-format
msgid ""
"You come to every café, but this one filled up with those who asked before "
"you. You are number %(position)s on the waitlist; as soon as a place is free "
"for you, it is yours and we write to you."
msgstr ""
"Vous venez à tous les cafés, mais celui-ci s’est rempli avant que vienne "
"votre tour. Vous êtes numéro %(position)s sur la liste d’attente ; dès "
"qu’une place se libère pour vous, elle est à vous et nous vous écrivons."

#: events/emails/places.py
#, python-format
msgid "Your place is free for others: %(edition)s"
msgstr "Votre place est libre pour d’autres : %(edition)s"

#: events/emails/places.py
msgid ""
"We asked whether you come and have not heard from you, so the place that "
"your standing RSVP had set aside is free for others again. If you come after "
"all, say so on the café's page as long as there are places."
msgstr ""
"Nous vous avons demandé si vous veniez toujours et n’avons pas eu de "
"réponse : la place qui vous était gardée est donc de nouveau libre pour "
"d’autres. Si finalement vous venez, dites-le sur la page du café tant qu’il "
"reste des places."

#: events/emails/places.py
#, python-format
msgid ""
"%(name)s, who organizes this café, has put you on the list. If this is a "
"mistake, one click takes you off it."
msgstr ""
"%(name)s, à l’organisation de ce café, a ajouté votre nom à la liste. Si "
"c’est une erreur, un clic suffit pour en sortir."

#: events/emails/places.py
#, python-format
msgid "%(name)s, who organizes this café, has taken you off the waitlist."
msgstr ""
"%(name)s, à l’organisation de ce café, a retiré votre nom de la liste "
"d’attente."

#: events/emails/places.py
#, python-format
msgid "%(name)s, who organizes this café, has freed your place."
msgstr "%(name)s, à l’organisation de ce café, a libéré votre place."

#: events/emails/places.py
#, python-format
msgid "You are no longer on the list: %(edition)s"
msgstr "Vous n’êtes plus sur la liste : %(edition)s"

#: events/emails/places.py
msgid "If this is a mistake, say so on the café's page, or answer this mail."
msgstr ""
"Si c’est une erreur, dites-le sur la page du café, ou répondez à ce message."

#: events/emails/places.py
#, python-format
msgid "Another evening for you: %(edition)s"
msgstr "Une autre soirée pour vous : %(edition)s"

#: events/emails/places.py
#, python-format
msgid ""
"%(name)s, who organizes this café, has moved you to this evening, from that "
"of %(moment)s. A mail of its own says what you have there."
msgstr ""
"%(name)s, à l’organisation de ce café, vous attend désormais à cette soirée, "
"et non plus à celle du %(moment)s. Un autre message vous dit si votre place "
"y est sûre."

#: events/emails/reminders.py
msgid ""
"The café is near. Do you still come? Say so with one click, or free your "
"place for somebody who waits."
msgstr ""
"Le café approche. Vous venez toujours ? Dites-le d’un clic, ou libérez votre "
"place pour quelqu’un qui attend."

#: events/emails/reminders.py templates/events/place.html
msgid ""
"Your place comes from your standing RSVP: without an answer by the day "
"before, it goes to the line."
msgstr ""
"Cette place vous est gardée parce que vous venez à tous les cafés : sans "
"réponse de votre part d’ici la veille, elle passe à la liste d’attente."

#: events/emails/reminders.py
#, python-format
msgid "Do you come? %(edition)s"
msgstr "Vous venez toujours ? %(edition)s"

#: events/emails/reminders.py
#, python-format
msgid "Soon: %(edition)s"
msgstr "Bientôt : %(edition)s"

#: events/emails/reminders.py
msgid "The café is near, and you have said that you come."
msgstr "Le café approche, et vous avez dit que vous veniez."

#: events/emails/reminders.py
msgid ""
"Something has come up? One click frees your place for somebody who waits."
msgstr ""
"Un imprévu ? Un clic suffit pour laisser votre place à quelqu’un qui attend."

#: events/emails/reminders.py
#, python-format
msgid "It is today: %(edition)s"
msgstr "C’est aujourd’hui : %(edition)s"

#: events/emails/reminders.py
#, python-format
msgid "It is tomorrow: %(edition)s"
msgstr "C’est demain : %(edition)s"

#: events/emails/reminders.py
msgid ""
"If something has come up, one click frees your place for somebody who waits."
msgstr ""
"En cas d’imprévu, un clic suffit pour laisser votre place à quelqu’un qui "
"attend."

#: events/emails/replies.py
#, python-format
msgid "Noted, you come: %(edition)s"
msgstr "C’est noté, vous venez : %(edition)s"

#: events/emails/replies.py
msgid "Your calendar has told us that you come."
msgstr "Votre agenda nous a répondu que vous venez."

#: events/emails/replies.py
#, python-format
msgid "Maybe is noted: %(edition)s"
msgstr "« Peut-être », c’est noté : %(edition)s"

#: events/emails/replies.py
msgid ""
"Your calendar has told us that you may come. Nothing changes for now: what "
"you have stays yours. Once you know that you cannot come, free your place "
"for somebody else."
msgstr ""
"Votre agenda nous a répondu que vous viendrez peut-être. Rien ne change pour "
"l’instant : ce qui est à vous reste à vous. Dès que vous savez que ce ne "
"sera pas possible, libérez votre place pour quelqu’un d’autre."

#: events/emails/replies.py
#, python-format
msgid "One more click, please: %(edition)s"
msgstr "Encore un clic, s’il vous plaît : %(edition)s"

#: events/emails/replies.py
msgid "Say whether I come"
msgstr "Dire si je viens"

#: events/emails/replies.py
#, python-format
msgid "Do you want to come? %(edition)s"
msgstr "Envie de venir ? %(edition)s"

#: events/emails/replies.py
msgid ""
"A calendar has answered us from this address, but nobody with a place at "
"this café has it, and nothing was changed. If you would like to come, or "
"have another address here, say so on the page."
msgstr ""
"Un agenda nous a répondu depuis cette adresse, mais elle ne correspond à "
"aucune place de ce café, et rien n’a changé. Si vous avez envie de venir, ou "
"si vous avez une autre adresse ici, dites-le sur la page."

#: events/emails/replies.py
msgid ""
"An answer has come from your calendar, or from somebody who uses your "
"address: the mail does not prove which. So nothing was changed. On your "
"page, one click says whether you come."
msgstr ""
"Une réponse est arrivée, de votre agenda ou de quelqu’un qui se sert de "
"votre adresse : l’e-mail ne permet pas de le savoir. Rien n’a donc changé. "
"Sur votre page, un clic suffit pour dire si vous venez."

#: events/emails/replies.py
msgid ""
"Your calendar has answered an earlier invitation, and the café has changed "
"since. So nothing was changed. Look at the new date, and say with one click "
"whether you come."
msgstr ""
"Votre agenda a répondu à une invitation plus ancienne, et le café a changé "
"depuis. Nous n’avons donc pas tenu compte de cette réponse. Regardez la "
"nouvelle date, et dites d’un clic si vous venez."

#: events/emails/replies.py
msgid ""
"Your calendar has told us that you would like to come, but this café takes "
"no RSVPs at this moment. So nothing was changed. Your page says how things "
"stand."
msgstr ""
"Votre agenda nous a répondu que vous aimeriez venir, mais les inscriptions à "
"ce café ne sont pas ouvertes en ce moment. Rien n’a donc changé. Votre page "
"vous dit où vous en êtes."

#: events/emails/replies.py
msgid ""
"An answer has come from your calendar that we cannot take as it is. So "
"nothing was changed. On your page, one click says whether you come."
msgstr ""
"Votre agenda nous a envoyé une réponse que nous ne pouvons pas prendre telle "
"quelle. Rien n’a donc changé. Sur votre page, un clic suffit pour dire si "
"vous venez."

#: events/emails/trades.py
#, python-format
msgid "A trade that you follow is missing: %(edition)s"
msgstr "Un métier que vous suivez manque à l’appel : %(edition)s"

#: events/emails/trades.py
#, python-format
msgid ""
"The table of this café is being laid, and a trade that you follow is not at "
"it yet: “%(trade)s”. If it is yours, or you would like to talk about it, "
"there is a cup for you."
msgstr ""
"La table de ce café se remplit, et un métier que vous suivez n’y est pas "
"encore : « %(trade)s ». Si c’est le vôtre, ou si vous avez envie d’en "
"parler, une tasse vous attend."

#: events/emails/trades.py
#, python-format
msgid ""
"You suggested “%(words)s” for the inventory of trades. It has not been added."
msgstr ""
"Vous avez proposé « %(words)s » pour l’inventaire des métiers. Ce mot n’y "
"entre pas."

#: events/emails/trades.py templates/events/specialty_detail.html
#: templates/events/specialty_list.html templates/events/suggest.html
#: templates/events/which.html templates/organize/board.html
#: templates/organize/trade.html templates/organize/trades.html
msgid "The inventory of trades"
msgstr "L’inventaire des métiers"

#: events/emails/trades.py
#, python-format
msgid ""
"The trade that you missed is in the inventory now, as “%(trade)s”: you can "
"choose it in your profile."
msgstr ""
"Le métier qui vous manquait est maintenant dans l’inventaire, sous le nom "
"« %(trade)s » : vous pouvez le choisir dans votre profil."

#: events/emails/trades.py
#, python-format
msgid ""
"What you call “%(words)s” is in the inventory as “%(trade)s”: you can choose "
"it in your profile."
msgstr ""
"Ce que vous appelez « %(words)s » figure dans l’inventaire sous le nom "
"« %(trade)s » : vous pouvez le choisir dans votre profil."

#: events/emails/trades.py
msgid "See the trade"
msgstr "Voir le métier"

#: events/emails/trades.py
#, python-format
msgid "Your word for the inventory: %(words)s"
msgstr "Votre mot pour l’inventaire : %(words)s"

#: events/feeds.py events/views/subscribe.py
msgid "my cafés"
msgstr "mes cafés"

#: events/feeds.py
msgid "The cafés as they are announced."
msgstr "Les cafés, au fil des annonces."

#: events/feeds.py events/views/subscribe.py tests/events/test_feeds.py
#, python-format
msgid "%(community)s: %(part)s"
msgstr "%(community)s : %(part)s"

#: events/forms.py members/directory_form.py templates/organize/door.html
#: venues/forms.py
msgid "Search"
msgstr "Rechercher"

#: events/forms.py events/organize_forms.py
msgid "Series"
msgstr "Série de cafés"

#: events/forms.py
msgid "All series"
msgstr "Toutes les séries"

#: events/forms.py members/directory_form.py
msgid "Specialty"
msgstr "Métier"

#: events/forms.py members/directory_form.py
msgid "All specialties"
msgstr "Tous les métiers"

#: events/forms.py events/organize_forms.py
#: templates/organize/import_preview.html templates/organize/offer.html
msgid "Venue"
msgstr "Lieu"

#: events/forms.py
msgid "All venues"
msgstr "Tous les lieux"

#: events/forms.py
msgid "The word for your work"
msgstr "Le mot pour ce que vous faites"

#: events/forms.py
msgid ""
"As you would say it at the café: “I look after the fans of a football club”."
msgstr ""
"Comme vous le diriez au café : « J’anime les supporters d’un club de foot »."

#: events/forms.py
msgid "Name in French"
msgstr "Nom en français"

#: events/forms.py
msgid "Name in English"
msgstr "Nom en anglais"

#: events/forms.py
msgid "In one sentence, in French"
msgstr "En une phrase, en français"

#: events/forms.py
msgid "What is done, rather than who does it."
msgstr "Ce qu’on fait, plutôt que qui le fait."

#: events/forms.py
msgid "In one sentence, in English"
msgstr "En une phrase, en anglais"

#: events/forms.py
msgid "In the French poem, one of them"
msgstr "Dans le poème français, au singulier"

#: events/forms.py
msgid "Such as “une veille”."
msgstr "Par exemple « une veille »."

#: events/forms.py
msgid "In the French poem, after a number"
msgstr "Dans le poème français, après un nombre"

#: events/forms.py
msgid "Such as “veilles”, after “deux”. Without it, the poem says the name."
msgstr ""
"Par exemple « veilles », après « deux ». Sans cela, le poème dit le nom."

#: events/forms.py
msgid "In the English poem, one of them"
msgstr "Dans le poème anglais, au singulier"

#: events/forms.py
msgid "Such as “one watch”."
msgstr "Par exemple « one watch »."

#: events/forms.py
msgid "In the English poem, after a number"
msgstr "Dans le poème anglais, après un nombre"

#: events/forms.py
msgid "Such as “watches”, after “two”."
msgstr "Par exemple « watches », après « two »."

#: events/forms.py
msgid "Into"
msgstr "Dans"

#: events/forms.py templates/organize/trades.html
msgid "Choose a trade"
msgstr "Choisir un métier"

#: events/forms.py
msgid "A word to them"
msgstr "Un mot de réponse"

#: events/history/calendar.py
#, python-format
msgid "The calendar has more than %(most)s events: cut it in parts."
msgstr ""
"Le calendrier compte plus de %(most)s événements : découpez-le en plusieurs "
"fichiers."

#: events/history/calendar.py
msgid "This event begins and never ends."
msgstr "Cet événement commence et ne finit jamais."

#: events/history/calendar.py
msgid "This event is not written as a calendar file should be."
msgstr "Cet événement n’est pas écrit comme dans un fichier de calendrier."

#: events/history/calendar.py
msgid ""
"This event repeats; only single evenings can be taken. Export its dates one "
"by one."
msgstr ""
"Cet événement se répète ; seules des soirées isolées peuvent être reprises. "
"Exportez ses dates une par une."

#: events/history/calendar.py
msgid "This event is marked as private."
msgstr "Cet événement est marqué comme privé."

#: events/history/calendar.py
msgid "This event has no date."
msgstr "Cet événement n’a pas de date."

#: events/history/calendar.py events/history/moments.py
#: events/history/taking.py
#, python-format
msgid "The year %(year)s is not between 1900 and 2100."
msgstr "L’année %(year)s n’est pas comprise entre 1900 et 2100."

#: events/history/calendar.py
#, python-format
msgid "The time zone “%(zone)s” is not known."
msgstr "Le fuseau horaire « %(zone)s » est inconnu."

#: events/history/calendar.py
#, python-format
msgid "The date of this event cannot be read (%(property)s)."
msgstr "La date de cet événement est illisible (%(property)s)."

#: events/history/moments.py
#, python-format
msgid "“%(text)s” is no date: write 2019-03-27 or 27/03/2019."
msgstr "« %(text)s » n’est pas une date : écrivez 27/03/2019 ou 2019-03-27."

#: events/history/moments.py
#, python-format
msgid "There is no such day: “%(text)s” (the day comes before the month)."
msgstr "Ce jour n’existe pas : « %(text)s » (le jour vient avant le mois)."

#: events/history/moments.py
#, python-format
msgid "There is no such day: “%(text)s”."
msgstr "Ce jour n’existe pas : « %(text)s »."

#: events/history/moments.py
#, python-format
msgid "“%(text)s” is no time such as 19:00."
msgstr "« %(text)s » n’est pas une heure comme 19:00."

#: events/history/moments.py
#, python-format
msgid "“%(text)s” is no number of an edition: they go from 1 to %(most)s."
msgstr "« %(text)s » n’est pas un numéro d’édition : ils vont de 1 à %(most)s."

#: events/history/places.py
#, python-format
msgid "The name of the venue is longer than %(most)s characters."
msgstr "Le nom du lieu dépasse %(most)s caractères."

#: events/history/reading.py
msgid "The file is larger than 10 MB."
msgstr "Le fichier pèse plus de 10 Mo."

#: events/history/reading.py
msgid ""
"The file is an image; a history is a table (CSV) or a calendar (iCalendar)."
msgstr ""
"Le fichier est une image ; un historique est un tableau (CSV) ou un "
"calendrier (iCalendar)."

#: events/history/reading.py
msgid ""
"The file is a spreadsheet, a document or an archive: save the table as “CSV "
"UTF-8” first."
msgstr ""
"Le fichier est un classeur, un document ou une archive : enregistrez d’abord "
"le tableau au format « CSV UTF-8 »."

#: events/history/reading.py
msgid ""
"The file is not in UTF-8; it was read as Windows-1252. Look whether the "
"accents are right."
msgstr ""
"Le fichier n’est pas en UTF-8 ; il a été lu comme du Windows-1252. Vérifiez "
"que les accents sont bons."

#: events/history/reading.py
msgid "The file is empty."
msgstr "Le fichier est vide."

#: events/history/reading.py
msgid ""
"The file is not text; a history is a table (CSV) or a calendar (iCalendar)."
msgstr ""
"Le fichier n’est pas du texte ; un historique est un tableau (CSV) ou un "
"calendrier (iCalendar)."

#: events/history/table.py
#, python-format
msgid ""
"No column of this table is called “date”. Its first line has: %(columns)s."
msgstr ""
"Aucune colonne de ce tableau ne s’appelle « date ». Sa première ligne "
"contient : %(columns)s."

#: events/history/table.py
#, python-format
msgid "The table has more than %(most)s lines: cut it in parts."
msgstr ""
"Le tableau compte plus de %(most)s lignes : découpez-le en plusieurs "
"fichiers."

#: events/history/table.py
msgid ""
"The cells of this line cannot be told apart: do its quotation marks match?"
msgstr ""
"Impossible de distinguer les cases de cette ligne : ses guillemets vont-ils "
"bien par paires ?"

#: events/history/table.py
#, python-format
msgid "This column is not known and was left out: %(columns)s."
msgid_plural "These columns are not known and were left out: %(columns)s."
msgstr[0] "Colonne inconnue, laissée de côté : %(columns)s."
msgstr[1] "Colonnes inconnues, laissées de côté : %(columns)s."

#: events/history/table.py
msgid ""
"This line has more cells than there are columns: is a quotation mark missing?"
msgstr ""
"Cette ligne a plus de cases qu’il n’y a de colonnes : manque-t-il un "
"guillemet ?"

#: events/history/table.py
msgid "A draft is not part of the history."
msgstr "Un brouillon ne fait pas partie de l’historique."

#: events/history/table.py
msgid "This line has no date."
msgstr "Cette ligne n’a pas de date."

#: events/history/table.py
#, python-format
msgid "“%(text)s” is no capacity: write how many people fit."
msgstr ""
"« %(text)s » n’est pas une capacité : écrivez combien de personnes peuvent "
"venir."

#: events/history/taking.py events/models/edition.py events/offer_forms.py
#: events/organize_forms.py
msgid "An edition holds from 1 to 10,000 people."
msgstr "Un café accueille de 1 à 10 000 personnes."

#: events/history/taking.py
#, python-format
msgid "Number %(number)s is on line %(line)s already."
msgstr "Le numéro %(number)s figure déjà à la ligne %(line)s."

#: events/history/taking.py
#, python-format
msgid "The same evening is on line %(line)s already."
msgstr "La même soirée figure déjà à la ligne %(line)s."

#: events/history/taking.py events/models/edition.py events/moment_forms.py
msgid "The end comes before the start."
msgstr "La fin tombe avant le début."

#: events/history/taking.py
msgid "This lasts longer than a week."
msgstr "Cela dure plus d’une semaine."

#: events/history/taking.py
#, python-format
msgid "%(moment)s does not exist: the clocks skip it."
msgstr ""
"%(moment)s n’existe pas : le passage à l’heure d’été saute cette heure-là."

#: events/history/taking.py
#, python-format
msgid "%(moment)s exists twice: the clocks are put back over it."
msgstr ""
"%(moment)s existe deux fois : c’est la nuit du passage à l’heure d’hiver."

#: events/history/taking.py
#, python-format
msgid "%(edition)s stays on %(here)s, though the file says %(there)s."
msgstr ""
"%(edition)s garde sa date, %(here)s ; le fichier indique pourtant %(there)s."

#: events/history/taking.py
#, python-format
msgid "%(edition)s stays at %(here)s, though the file says %(there)s."
msgstr ""
"%(edition)s garde son lieu, %(here)s ; le fichier indique pourtant %(there)s."

#: events/history/taking.py
#, python-format
msgid "%(edition)s stays without a venue, though the file says %(there)s."
msgstr "%(edition)s reste sans lieu ; le fichier indique pourtant %(there)s."

#: events/history/taking.py
#, python-format
msgid "%(edition)s is not cancelled here, though the file says so."
msgstr ""
"%(edition)s n’est pas annulé ici ; le fichier dit pourtant le contraire."

#: events/history/taking.py
#, python-format
msgid "The database refused this line: %(error)s"
msgstr "La base de données a refusé cette ligne : %(error)s"

#: events/history/taking.py
#, python-format
msgid "The link is no web address and was left out: %(link)s"
msgstr "Le lien n’est pas une adresse web et a été laissé de côté : %(link)s"

#: events/history/taking.py
#, python-format
msgid "%(venue)s is known at %(here)s; the file says %(there)s."
msgstr "Adresse connue de %(venue)s : %(here)s ; le fichier indique %(there)s."

#: events/holidays.py
msgid "New Year's Day"
msgstr "jour de l’An"

#: events/holidays.py
msgid "Labour Day"
msgstr "fête du Travail"

#: events/holidays.py
msgid "Victory Day"
msgstr "victoire de 1945"

#: events/holidays.py
msgid "Bastille Day"
msgstr "fête nationale"

#: events/holidays.py
msgid "Assumption"
msgstr "Assomption"

#: events/holidays.py
msgid "All Saints' Day"
msgstr "Toussaint"

#: events/holidays.py
msgid "Armistice Day"
msgstr "armistice de 1918"

#: events/holidays.py
msgid "Christmas Day"
msgstr "Noël"

#: events/holidays.py
msgid "Easter Monday"
msgstr "lundi de Pâques"

#: events/holidays.py
msgid "Ascension Day"
msgstr "Ascension"

#: events/holidays.py
msgid "Whit Monday"
msgstr "lundi de Pentecôte"

#: events/host_forms.py
msgid "2 hours before"
msgstr "2 heures avant"

#: events/host_forms.py
msgid "the day before"
msgstr "la veille"

#: events/host_forms.py
msgid "2 days before"
msgstr "2 jours avant"

#: events/host_forms.py
msgid "3 days before"
msgstr "3 jours avant"

#: events/host_forms.py
msgid "a week before"
msgstr "une semaine avant"

#: events/host_forms.py
msgid ""
"No e-mail address here: the page is passed on. A phone number serves better."
msgstr ""
"Pas d’adresse e-mail ici : la page circule. Un numéro de téléphone convient "
"mieux."

#: events/host_forms.py
msgid "The list is there"
msgstr "La liste est là"

#: events/host_forms.py venues/offer_forms.py
msgid "Name of the contact"
msgstr "Nom du contact"

#: events/host_forms.py venues/offer_forms.py
msgid "E-mail address of the contact"
msgstr "Adresse e-mail du contact"

#: events/host_forms.py
msgid ""
"The link goes there, and each change to the list of names. Nobody else sees "
"it."
msgstr ""
"Le lien y part, puis chaque changement de la liste. Personne d’autre ne la "
"voit."

#: events/host_forms.py
msgid "Whom the host may call"
msgstr "Qui l’hôte peut appeler"

#: events/host_forms.py
msgid "A name and a phone number, for the evening itself."
msgstr "Un nom et un numéro de téléphone, pour le soir même."

#: events/host_forms.py
msgid "What we promise the host"
msgstr "Ce que nous promettons à l’hôte"

#: events/host_forms.py
msgid "Such as: we bring the cups, we tidy up, everybody is out by ten."
msgstr ""
"Par exemple : nous apportons les gobelets, nous rangeons, tout le monde est "
"parti à vingt-deux heures."

#: events/ics.py
msgid "Programme, access and RSVP:"
msgstr "Programme, accès et inscription :"

#: events/ics.py tests/events/test_feeds.py
#, python-format
msgid "%(edition)s (venue to be confirmed)"
msgstr "%(edition)s (lieu à confirmer)"

#: events/ics.py
msgid "The venue is still to be confirmed."
msgstr "Le lieu reste à confirmer."

#: events/ics.py templates/events/edition_detail.html
#: templates/events/home.html templates/venues/venue_detail.html
#, python-format
msgid "Hosted by %(host)s."
msgstr "Chez %(host)s."

#: events/ics.py
#, python-format
msgid "Getting there: %(transport)s"
msgstr "Pour venir : %(transport)s"

#: events/ics.py tests/events/test_ics.py
#, python-format
msgid "Room for %(count)s person, guests included."
msgid_plural "Room for %(count)s people, guests included."
msgstr[0] "Il y a %(count)s place en tout."
msgstr[1] ""
"Il y a %(count)s places en tout, y compris pour qui vous accompagne."

#: events/ics.py tests/events/test_member_calendar.py
#, python-format
msgid "Waitlist: %(edition)s"
msgstr "Liste d’attente : %(edition)s"

#: events/import_forms.py
msgid "File"
msgstr "Fichier"

#: events/import_forms.py
msgid "Or paste what stands in it"
msgstr "Ou collez ici ce qu’il contient"

#: events/import_forms.py
msgid "Choose a file, or paste its text: one of the two."
msgstr "Choisissez un fichier ou collez son texte : l’un ou l’autre."

#: events/import_forms.py
#, python-format
msgid ""
"The file tells of more than %(most)s evenings. Cut it in parts, or ask "
"whoever keeps the site to run manage.py import_editions."
msgstr ""
"Le fichier raconte plus de %(most)s soirées. Coupez-le en morceaux, ou "
"demandez à qui s’occupe du site de lancer manage.py import_editions."

#: events/import_forms.py
msgid "The file tells of no evening."
msgstr "Le fichier ne raconte aucune soirée."

#: events/import_forms.py
#, python-format
msgid "The file is larger than %(most)s."
msgstr "Le fichier pèse plus de %(most)s."

#: events/life.py
#, python-format
msgid "No. %(number)s, %(day)s"
msgstr "N° %(number)s, %(day)s"

#: events/life.py
#, python-format
msgid "The forecast missed by %(people)s people on average."
msgstr "La prévision s’est trompée de %(people)s personnes en moyenne."

#: events/life.py
msgid "No forecast could be compared yet."
msgstr "Aucune prévision n’a encore pu être comparée."

#: events/life.py
msgid ""
"Who came; where nobody was counted at the door, the places. The mark is the "
"forecast."
msgstr ""
"Qui est venu ; quand personne n’a été compté à l’entrée, les places. Le "
"trait est la prévision."

#: events/life.py events/models/rsvp.py
msgid "people"
msgstr "personnes"

#: events/life.py
msgid "forecast"
msgstr "prévision"

#: events/life.py events/people_forms.py
msgid "Newcomers"
msgstr "Premières fois"

#: events/life.py
msgid ""
"Members who came for the first time and, above them, those who had had a "
"place before."
msgstr ""
"Les membres dont c’était la première fois et, au-dessus, les personnes qui "
"avaient déjà eu une place."

#: events/life.py
msgid "for the first time"
msgstr "pour la première fois"

#: events/life.py
msgid "again"
msgstr "de nouveau"

#: events/life.py
msgid "Empty chairs"
msgstr "Chaises vides"

#: events/life.py
msgid ""
"Places whose people did not come, on the evenings where people were counted "
"at the door."
msgstr "Les places restées vides, les soirs où l’on a compté à l’entrée."

#: events/life.py events/readiness.py
msgid "places"
msgstr "places"

#: events/life.py
msgid "Trades over the years"
msgstr "Les métiers au fil des ans"

#: events/life.py
msgid ""
"The main trades of those who came, by family; whoever came twice in a year "
"counts twice."
msgstr ""
"Le métier principal des personnes venues, par famille ; deux venues dans "
"l’année comptent double."

#: events/life.py
msgid "How many of these evenings each host received."
msgstr "Combien de ces soirées chaque hôte a reçues."

#: events/life.py
msgid "cafés"
msgstr "cafés"

#: events/life.py
msgid "Distances"
msgstr "Les distances"

#: events/life.py
msgid ""
"How far each café was from the one before, in kilometres as the crow flies, "
"where both places are known."
msgstr ""
"À quelle distance du précédent chaque café s’est tenu, en kilomètres à vol "
"d’oiseau, quand les deux lieux sont situés."

#: events/life.py
msgctxt "distance"
msgid "km"
msgstr "km"

#: events/life.py
msgid "Time until full"
msgstr "Le temps de se remplir"

#: events/life.py
msgid ""
"Days from the announcement until the last place was taken, for the cafés "
"that filled up."
msgstr ""
"Les jours entre l’annonce et la dernière place prise, pour les cafés qui se "
"sont remplis."

#: events/life.py
msgid "days"
msgstr "jours"

#: events/management/commands/export_series.py
#, python-format
msgid "There is no series with the address “%(slug)s”."
msgstr "Aucune série n’a l’adresse « %(slug)s »."

#: events/management/commands/export_series.py
#, python-format
msgid "%(file)s cannot be written: %(reason)s."
msgstr "%(file)s ne peut pas être écrit : %(reason)s."

#: events/management/commands/import_editions.py
msgid "This was a trial: nothing has been written."
msgstr "C’était un essai : rien n’a été écrit."

#: events/management/commands/import_editions.py
#: templates/organize/import_preview.html
msgid "No line of the file could be taken."
msgstr "Aucune ligne du fichier n’a pu être reprise."

#: events/management/commands/import_editions.py
#, python-format
msgid "new venue: %(venue)s"
msgstr "nouveau lieu : %(venue)s"

#: events/management/commands/import_editions.py
#, python-format
msgid "not taken: %(reason)s"
msgstr "non reprise : %(reason)s"

#: events/management/commands/import_editions.py
#, python-format
msgid "New series: %(name)s, %(time)s, %(cadence)s."
msgstr "Nouvelle série : %(name)s, %(time)s, %(cadence)s."

#: events/management/commands/import_editions.py
msgid "no cadence"
msgstr "sans rythme fixe"

#: events/management/commands/import_editions.py
#, python-format
msgid "%(count)s new edition"
msgid_plural "%(count)s new editions"
msgstr[0] "%(count)s nouveau café"
msgstr[1] "%(count)s nouveaux cafés"

#: events/management/commands/import_editions.py
#, python-format
msgid "%(count)s known edition"
msgid_plural "%(count)s known editions"
msgstr[0] "%(count)s café déjà connu"
msgstr[1] "%(count)s cafés déjà connus"

#: events/management/commands/import_editions.py
#, python-format
msgid "%(count)s new venue"
msgid_plural "%(count)s new venues"
msgstr[0] "%(count)s nouveau lieu"
msgstr[1] "%(count)s nouveaux lieux"

#: events/management/commands/import_editions.py
#, python-format
msgid "%(count)s line not taken"
msgid_plural "%(count)s lines not taken"
msgstr[0] "%(count)s ligne non reprise"
msgstr[1] "%(count)s lignes non reprises"

#: events/management/commands/import_editions.py
#, python-format
msgid "line %(number)s: %(sentence)s"
msgstr "ligne %(number)s : %(sentence)s"

#: events/management/commands/import_editions.py
#: events/management/commands/import_series.py
#, python-format
msgid "%(file)s cannot be read: %(reason)s."
msgstr "Impossible de lire %(file)s : %(reason)s."

#: events/management/commands/import_series.py
#, python-format
msgid "Nobody here has the address %(address)s."
msgstr "Personne ici n’a l’adresse %(address)s."

#: events/management/commands/import_series.py
#, python-format
msgid "Trades that the inventory here does not have were left out: %(trades)s."
msgstr ""
"Des métiers absents de l’inventaire d’ici ont été laissés de côté : "
"%(trades)s."

#: events/management/commands/import_series.py
#, python-format
msgid ""
"%(series)s is here: %(editions)s editions, %(venues)s new venues and "
"%(known)s known ones, %(photos)s photos."
msgstr ""
"%(series)s est là. Éditions : %(editions)s ; nouveaux lieux : %(venues)s ; "
"lieux déjà connus : %(known)s ; photos : %(photos)s."

#: events/management/commands/plan.py
msgid "The number of dates is from 1 to 60."
msgstr "Le nombre de dates va de 1 à 60."

#: events/management/commands/plan.py
#, python-format
msgid "No series “%(slug)s” has a cadence."
msgstr "Aucun café « %(slug)s » n’a de rythme."

#: events/meeting_words.py
#, python-format
msgid "can help with “%(item)s”, and you look for that."
msgstr "peut aider sur « %(item)s », et c’est ce que vous cherchez."

#: events/meeting_words.py
#, python-format
msgid "looks for “%(item)s”, and you can help."
msgstr "cherche « %(item)s », et vous pouvez aider."

#: events/meeting_words.py
#, python-format
msgid "“%(theirs)s” and “%(yours)s” are trades that complete each other."
msgstr "« %(theirs)s » et « %(yours)s » sont des métiers qui se complètent."

#: events/meeting_words.py
#, python-format
msgid "“%(theirs)s”, quite another trade than yours."
msgstr "« %(theirs)s », un tout autre métier que le vôtre."

#: events/meeting_words.py
msgid "you have never been at the same café."
msgstr "vos chemins ne se sont encore jamais croisés au café."

#: events/meeting_words.py
msgid ""
"Your first café? Come when you can: there is no speech to make and nothing "
"to prepare. People say their first name and what they do, then talk with "
"whom they like, a cup in hand. Say at the door that you are new, and "
"somebody introduces you."
msgstr ""
"Votre premier café ? Venez quand vous pouvez : pas de discours à faire, rien "
"à préparer. On dit son prénom et ce qu’on fait, puis on parle avec qui l’on "
"veut, une tasse à la main. Dites à l’entrée que c’est votre première fois, "
"et quelqu’un vous présentera."

#: events/merging.py events/people_file.py events/venue_forms.py
#: members/meanwhile.py
msgid "yes"
msgstr "oui"

#: events/merging.py events/venue_forms.py members/meanwhile.py
msgid "no"
msgstr "non"

#: events/models/bare_count.py
msgid "bare count"
msgstr "simple nombre"

#: events/models/bare_count.py
msgid "bare counts"
msgstr "simples nombres"

#: events/models/call.py
msgid "call to a trade"
msgstr "appel à un métier"

#: events/models/call.py
msgid "calls to trades"
msgstr "appels à des métiers"

#: events/models/comment.py
msgctxt "state of a comment"
msgid "waits to be read"
msgstr "à relire"

#: events/models/comment.py
msgctxt "state of a comment"
msgid "shown"
msgstr "visible"

#: events/models/comment.py
msgctxt "state of a comment"
msgid "not shown"
msgstr "non publié"

#: events/models/comment.py
msgid "comment"
msgstr "commentaire"

#: events/models/comment.py
msgid "state"
msgstr "état"

#: events/models/comment.py
msgid "reported"
msgstr "signalé le"

#: events/models/comment.py
msgid "what is wrong with it"
msgstr "ce qui ne va pas"

#: events/models/comment.py
msgid "comments"
msgstr "commentaires"

#: events/models/edition.py templates/components/_edition_line.html
msgid "draft"
msgstr "brouillon"

#: events/models/edition.py
msgid "published"
msgstr "publié"

#: events/models/edition.py events/models/rsvp.py
#: templates/components/_edition_line.html templates/events/month.html
msgid "cancelled"
msgstr "annulé"

#: events/models/edition.py events/models/imported.py events/models/series.py
msgid "series"
msgstr "série de cafés"

#: events/models/edition.py
msgid "number"
msgstr "numéro"

#: events/models/edition.py
msgid "Empty for an extra one."
msgstr "À laisser vide pour un café hors série."

#: events/models/edition.py events/models/series.py venues/models/former.py
#: venues/models/venue.py
msgid "address of the page"
msgstr "adresse de la page"

#: events/models/edition.py events/readiness.py
msgid "theme"
msgstr "thème"

#: events/models/edition.py
msgid "trades it is about"
msgstr "métiers dont il est question"

#: events/models/edition.py
msgid "programme"
msgstr "programme"

#: events/models/edition.py
msgid "planned for"
msgstr "prévu pour le"

#: events/models/edition.py
msgid "starts"
msgstr "début"

#: events/models/edition.py
msgid "ends"
msgstr "fin"

#: events/models/edition.py events/models/host_page.py
#: events/models/passed_over.py events/readiness.py venues/models/former.py
#: venues/models/offer.py venues/models/photo.py venues/models/venue.py
msgid "venue"
msgstr "lieu"

#: events/models/edition.py venues/models/offer.py
msgid "offer to host"
msgstr "proposition d’accueil"

#: events/models/edition.py events/models/rsvp.py
msgid "status"
msgstr "état"

#: events/models/edition.py
msgid "why it is cancelled"
msgstr "raison de l’annulation"

#: events/models/edition.py events/models/host_page.py
#: events/models/passed_over.py events/models/recap_photo.py
msgid "edition"
msgstr "café"

#: events/models/edition.py
msgid "editions"
msgstr "cafés"

#: events/models/edition.py
msgid "Another edition has this number."
msgstr "Un autre café porte déjà ce numéro."

#: events/models/edition.py
msgid "Another edition was planned for this day."
msgstr "Un autre café est déjà prévu pour ce jour."

#: events/models/edition.py
#, python-format
msgid "%(series)s no. %(number)s"
msgstr "%(series)s n° %(number)s"

#: events/models/edition.py
#, python-format
msgid "%(name)s: %(theme)s"
msgstr "%(name)s – %(theme)s"

#: events/models/host_page.py
msgid "by first name"
msgstr "par prénom"

#: events/models/host_page.py
msgid "by last name"
msgstr "par nom"

#: events/models/host_page.py
msgid "by organisation"
msgstr "par organisation"

#: events/models/host_page.py
msgid "name of the contact"
msgstr "nom du contact"

#: events/models/host_page.py
msgid "e-mail address of the contact"
msgstr "adresse e-mail du contact"

#: events/models/host_page.py members/models/member.py
msgid "language"
msgstr "langue"

#: events/models/host_page.py
msgid "what we promise the host"
msgstr "ce que nous promettons à l’hôte"

#: events/models/host_page.py
msgid "whom the host may call"
msgstr "qui l’hôte peut appeler"

#: events/models/host_page.py
msgid "hours before the start from which the list is there"
msgstr "heures avant le début à partir desquelles la liste est là"

#: events/models/host_page.py
msgid "order of the list"
msgstr "ordre de la liste"

#: events/models/host_page.py
msgid "host's page"
msgstr "page de l’hôte"

#: events/models/host_page.py
msgid "hosts' pages"
msgstr "pages des hôtes"

#: events/models/imported.py
msgid "brought by"
msgstr "apporté par"

#: events/models/imported.py
msgid "name of the file"
msgstr "nom du fichier"

#: events/models/imported.py
msgid "taken"
msgstr "repris"

#: events/models/imported.py templates/organize/import.html
msgid "taken back"
msgstr "annulé"

#: events/models/imported.py
msgid "import"
msgstr "reprise"

#: events/models/imported.py
msgid "imports"
msgstr "reprises"

#: events/models/introduction.py
msgid "introduction"
msgstr "mise en relation"

#: events/models/introduction.py
msgid "introductions"
msgstr "mises en relation"

#: events/models/meeting.py
msgid "people were introduced"
msgstr "mises en relation faites"

#: events/models/meeting.py
msgid "newcomers were written to"
msgstr "mot aux premières venues envoyé"

#: events/models/member_calendar.py
msgid "member's own calendar"
msgstr "agenda d’un membre"

#: events/models/member_calendar.py
msgid "members' own calendars"
msgstr "agendas des membres"

#: events/models/news.py
msgid "a line of yours in the reminders"
msgstr "un mot de votre main dans les rappels"

#: events/models/news.py
msgid "people were reminded"
msgstr "rappel envoyé"

#: events/models/passed_over.py
msgid "why"
msgstr "raison"

#: events/models/passed_over.py
msgid "passed over by"
msgstr "décision prise par"

#: events/models/passed_over.py
msgid "venue passed over"
msgstr "tour passé"

#: events/models/passed_over.py
msgid "venues passed over"
msgstr "tours passés"

#: events/models/places.py venues/models/venue.py
msgid "capacity"
msgstr "capacité"

#: events/models/places.py
msgid "RSVPs open"
msgstr "ouverture des inscriptions"

#: events/models/places.py
msgid "RSVPs close"
msgstr "clôture des inscriptions"

#: events/models/places.py
msgid "people were asked to confirm"
msgstr "confirmations demandées"

#: events/models/places.py
msgid "silent places were released"
msgstr "places sans réponse libérées"

#: events/models/places.py
msgid "was full for the first time"
msgstr "complet pour la première fois"

#: events/models/recap.py events/readiness.py
msgid "recap"
msgstr "compte rendu"

#: events/models/recap.py members/models/profile.py
msgid "links"
msgstr "liens"

#: events/models/recap.py
msgid "thanks to the host"
msgstr "merci à l’hôte"

#: events/models/recap.py
msgid "recap published"
msgstr "compte rendu publié"

#: events/models/recap.py
#, python-format
msgid ""
"Photo %(numbers)s was taken down by somebody on it: delete it or, once you "
"are agreed, show it again."
msgid_plural ""
"Photos %(numbers)s were taken down by people on them: delete them or, once "
"you are agreed, show them again."
msgstr[0] ""
"La photo %(numbers)s a été retirée par une personne qui y figure : supprimez-"
"la ou, une fois l’accord trouvé, montrez-la de nouveau."
msgstr[1] ""
"Les photos %(numbers)s ont été retirées par des personnes qui y figurent : "
"supprimez-les ou, une fois l’accord trouvé, montrez-les de nouveau."

#: events/models/recap.py
#, python-format
msgid "Photo %(numbers)s: say what it shows, for those who do not see it."
msgid_plural ""
"Photos %(numbers)s: say what they show, for those who do not see them."
msgstr[0] ""
"Photo %(numbers)s : dites ce qu’elle montre, pour qui ne la voit pas."
msgstr[1] ""
"Photos %(numbers)s : dites ce qu’elles montrent, pour qui ne les voit pas."

#: events/models/recap.py
#, python-format
msgid ""
"Photo %(numbers)s is not shown: nobody has noted that those on it agreed."
msgid_plural ""
"Photos %(numbers)s are not shown: nobody has noted that those on them agreed."
msgstr[0] ""
"La photo %(numbers)s n’est pas montrée : personne n’a noté l’accord de qui "
"s’y trouve."
msgstr[1] ""
"Les photos %(numbers)s ne sont pas montrées : personne n’a noté l’accord de "
"qui s’y trouve."

#: events/models/recap_photo.py members/models/profile.py
#: venues/models/photo.py
msgid "photo"
msgstr "photo"

#: events/models/recap_photo.py venues/models/photo.py
msgid "the same, small"
msgstr "la même, en petit"

#: events/models/recap_photo.py venues/models/photo.py
msgid "order"
msgstr "ordre"

#: events/models/recap_photo.py
msgid "caption"
msgstr "légende"

#: events/models/recap_photo.py venues/models/photo.py
msgid "what the photo shows"
msgstr "ce que montre la photo"

#: events/models/recap_photo.py
msgid "those on it agreed"
msgstr "accord des personnes visibles"

#: events/models/recap_photo.py
msgid "taken down"
msgstr "retirée le"

#: events/models/recap_photo.py
msgid "what they said"
msgstr "ce que dit la personne"

#: events/models/recap_photo.py
msgid "photo of an evening"
msgstr "photo d’une soirée"

#: events/models/recap_photo.py
msgid "photos of evenings"
msgstr "photos de soirées"

#: events/models/recap_photo.py
msgid "Photo of the evening, not described yet"
msgstr "Photo de la soirée, pas encore décrite"

#: events/models/received.py
msgid "comes"
msgstr "vient"

#: events/models/received.py
msgid "does not come"
msgstr "ne vient pas"

#: events/models/received.py
msgid "may come"
msgstr "viendra peut-être"

#: events/models/received.py
msgid "ignored"
msgstr "ignorée"

#: events/models/received.py
msgid "answer from a calendar"
msgstr "réponse d’un agenda"

#: events/models/received.py
msgid "answers from calendars"
msgstr "réponses d’agendas"

#: events/models/rsvp.py
msgid "going"
msgstr "vient"

#: events/models/rsvp.py
msgid "on the waitlist"
msgstr "en liste d’attente"

#: events/models/rsvp.py
msgid "guests"
msgstr "personnes qui accompagnent"

#: events/models/rsvp.py
msgid "names of the guests"
msgstr "noms des personnes qui accompagnent"

#: events/models/rsvp.py
msgid "needs told to the organizers"
msgstr "besoins confiés à l’organisation"

#: events/models/rsvp.py members/models/specialty.py
msgid "position"
msgstr "rang"

#: events/models/rsvp.py
msgid "tentative"
msgstr "à confirmer"

#: events/models/rsvp.py
msgid "asked to confirm"
msgstr "confirmation demandée"

#: events/models/rsvp.py events/people_forms.py templates/organize/_who.html
#: templates/organize/party.html templates/organize/people.html
msgid "confirmed"
msgstr "avec confirmation"

#: events/models/rsvp.py templates/organize/_who.html
#: templates/organize/party.html
msgid "offered a place"
msgstr "place proposée"

#: events/models/rsvp.py
msgid "people who arrived"
msgstr "personnes arrivées"

#: events/models/rsvp.py
msgid "RSVP"
msgstr "inscription"

#: events/models/rsvp.py
msgid "RSVPs"
msgstr "inscriptions"

#: events/models/rsvp.py
msgid "standing RSVP"
msgstr "inscription à tous les cafés"

#: events/models/rsvp.py
msgid "standing RSVPs"
msgstr "inscriptions à tous les cafés"

#: events/models/rsvp.py events/models/series.py events/people_forms.py
#: members/models/member.py venues/models/former.py venues/models/venue.py
msgid "name"
msgstr "nom"

#: events/models/rsvp.py
msgid "walk-in"
msgstr "arrivée sans inscription"

#: events/models/rsvp.py
msgid "walk-ins"
msgstr "arrivées sans inscription"

#: events/models/series.py
msgid "This is not a time zone such as Europe/Paris."
msgstr "Ce n’est pas un fuseau horaire comme Europe/Paris."

#: events/models/series.py
msgid "This is not a recurrence rule such as FREQ=MONTHLY;BYDAY=-1WE."
msgstr "Ce n’est pas une règle de récurrence comme FREQ=MONTHLY;BYDAY=-1WE."

#: events/models/series.py members/models/profile.py venues/models/offer.py
#: venues/models/venue.py
msgid "city"
msgstr "ville"

#: events/models/series.py
msgid "description"
msgstr "description"

#: events/models/series.py
msgid "time zone"
msgstr "fuseau horaire"

#: events/models/series.py
msgid "cadence"
msgstr "rythme"

#: events/models/series.py
msgid "usually starts at"
msgstr "commence d’habitude à"

#: events/models/series.py
msgid "usually ends at"
msgstr "finit d’habitude à"

#: events/models/series.py
msgid "guests each person may bring"
msgstr "nombre de personnes qui peuvent accompagner chaque inscription"

#: events/models/series.py
msgid ""
"hours before the start from which a freed place is offered to everyone "
"waiting"
msgstr ""
"nombre d’heures avant le début à partir duquel une place libérée est "
"proposée à toute la liste d’attente"

#: events/models/series.py
msgid "hours that whoever was left waiting last time may RSVP before everybody"
msgstr ""
"nombre d’heures d’avance pour s’inscrire, accordées à qui attendait encore "
"la dernière fois"

#: events/models/series.py
msgid "days before the start when people are asked to confirm, 0 for never"
msgstr ""
"nombre de jours avant le début où l’on demande de confirmer (0 pour jamais)"

#: events/models/series.py
msgid "organizers"
msgstr "équipe d’organisation"

#: events/models/series.py venues/models/offer.py
msgid "offers to host"
msgstr "propositions d’accueil"

#: events/models/series.py
msgid "day"
msgstr "jour"

#: events/models/series.py
msgid "skipped date"
msgstr "date sautée"

#: events/models/series.py
msgid "skipped dates"
msgstr "dates sautées"

#: events/models/series.py
msgid "wish to be told of a series"
msgstr "souhait d’être au courant d’une série"

#: events/models/series.py
msgid "wishes to be told of a series"
msgstr "souhaits d’être au courant d’une série"

#: events/moment_forms.py
msgid "Date"
msgstr "Date"

#: events/moment_forms.py
msgid "Starts at"
msgstr "Début"

#: events/moment_forms.py
msgid "Ends at"
msgstr "Fin"

#: events/moment_forms.py
msgid "This day is over. Choose a day to come."
msgstr "Ce jour est passé. Choisissez-en un à venir."

#: events/moment_forms.py
msgid "This date is too long ago."
msgstr "Cette date est trop ancienne."

#: events/moment_forms.py
msgid "This date is more than five years away. Choose an earlier one."
msgstr "Cette date est dans plus de cinq ans. Choisissez-en une plus proche."

#: events/moment_forms.py
#, python-format
msgid ""
"The clocks go forward that night: %(time)s does not exist. Choose an earlier "
"or a later time."
msgstr ""
"Cette nuit-là, on passe à l’heure d’été : %(time)s n’existe pas. Choisissez "
"plus tôt ou plus tard."

#: events/moment_forms.py
#, python-format
msgid ""
"The clocks go back that night: %(time)s comes twice. Choose an earlier or a "
"later time."
msgstr ""
"Cette nuit-là, on passe à l’heure d’hiver : %(time)s existe deux fois. "
"Choisissez plus tôt ou plus tard."

#: events/moment_forms.py
msgid "This evening has taken place. To meet again, publish another café."
msgstr "Cette soirée a déjà eu lieu. Pour se retrouver, publiez un autre café."

#: events/moment_forms.py
msgid "This moment is over. Choose one to come."
msgstr "Ce moment est passé. Choisissez-en un à venir."

#: events/moment_forms.py
#, python-format
msgid ""
"%(edition)s takes place at this moment. Change that one, or choose another "
"date."
msgstr ""
"Il y a déjà un café à ce moment-là : %(edition)s. Modifiez-le, ou choisissez "
"une autre date."

#: events/moment_forms.py
msgid ""
"Somebody else has changed this café meanwhile. Look once more, then go on."
msgstr ""
"Quelqu’un d’autre a modifié ce café entre-temps. Jetez-y un nouveau coup "
"d’œil, puis continuez."

#: events/moment_forms.py
msgid "This is the date that it has. Choose another one."
msgstr "C’est la date qu’il a déjà. Choisissez-en une autre."

#: events/offer_forms.py
msgid "For which café"
msgstr "Pour quel café"

#: events/offer_forms.py
msgid "Several are possible."
msgstr "Plusieurs réponses sont possibles."

#: events/offer_forms.py templates/organize/import_preview.html
msgid "Evening"
msgstr "Soirée"

#: events/offer_forms.py events/organize_forms.py
msgid "Capacity"
msgstr "Capacité"

#: events/offer_forms.py
msgid "People, guests included."
msgstr "En personnes, invités compris."

#: events/offer_forms.py events/organize_forms.py
msgid "Theme"
msgstr "Thème"

#: events/offer_forms.py
msgid "a new café"
msgstr "un nouveau café"

#: events/offer_forms.py
#, python-format
msgid "%(day)s: %(title)s"
msgstr "%(day)s : %(title)s"

#: events/offer_forms.py
#, python-format
msgid "%(evening)s (not a day that the host named)"
msgstr "%(evening)s (pas un jour proposé par l’hôte)"

#: events/offer_forms.py
#, python-format
msgid "%(venue)s holds %(people)s people."
msgstr "%(venue)s accueille %(people)s personnes."

#: events/organize_forms.py
msgid "Name of the venue"
msgstr "Nom du lieu"

#: events/organize_forms.py
msgid "How many people it holds"
msgstr "Combien de personnes il accueille"

#: events/organize_forms.py
msgid "A venue holds from 1 to 10,000 people."
msgstr "Un lieu accueille de 1 à 10 000 personnes."

#: events/organize_forms.py events/venue_forms.py
msgid "Position"
msgstr "Position"

#: events/organize_forms.py events/venue_forms.py
msgid ""
"48.8626, 2.3444, or the link of the place on OpenStreetMap or Google Maps."
msgstr "48.8626, 2.3444, ou le lien du lieu sur OpenStreetMap ou Google Maps."

#: events/organize_forms.py
msgid "No, the position is as I typed it"
msgstr "Non, la position est bien celle que j’ai saisie"

#: events/organize_forms.py templates/events/edition_detail.html
msgid "The trades it is about"
msgstr "Les métiers dont il est question"

#: events/organize_forms.py
msgid ""
"Five at most. Whoever follows one of them finds this café in its calendar."
msgstr "Cinq au plus. Qui suit l’un d’eux trouve ce café dans son calendrier."

#: events/organize_forms.py
msgid "Programme"
msgstr "Programme"

#: events/organize_forms.py events/recap_forms.py
msgid "Markdown: **bold**, *italics*, - for a list, # for a heading."
msgstr "Markdown : **gras**, *italique*, - pour une liste, # pour un titre."

#: events/organize_forms.py
msgid "People, guests included. Empty: as many as the venue holds."
msgstr ""
"Nombre de personnes en tout, y compris celles qui accompagnent. Laissez vide "
"pour reprendre la capacité du lieu."

#: events/organize_forms.py
msgid "RSVPs close so many hours before the start"
msgstr "Fin des inscriptions, en heures avant le début"

#: events/organize_forms.py
msgid "Empty: at the start."
msgstr "Laissez vide pour les garder ouvertes jusqu’au début."

#: events/organize_forms.py
msgid "Yes, more people than the venue holds"
msgstr "Oui, plus de monde que le lieu n’en accueille"

#: events/organize_forms.py
msgid "To be confirmed"
msgstr "À confirmer"

#: events/organize_forms.py
msgid "A new venue…"
msgstr "Un nouveau lieu…"

#: events/organize_forms.py
msgid "Known venues"
msgstr "Lieux déjà connus"

#: events/organize_forms.py
msgid "Five at most: choose the trades that it is about most of all."
msgstr "Cinq au plus : gardez les métiers dont il sera le plus question."

#: events/organize_forms.py
msgid ""
"You have chosen a known venue in the list: empty this name, or choose “A new "
"venue”."
msgstr ""
"Vous avez choisi dans la liste un lieu déjà connu : effacez ce nom, ou "
"choisissez « Un nouveau lieu… »."

#: events/organize_forms.py
msgid "Give the new venue a name, or choose “To be confirmed”."
msgstr "Donnez un nom au nouveau lieu, ou choisissez « À confirmer »."

#: events/organize_forms.py
#, python-format
msgid ""
"This is far from the places where the café meets; %(swapped)s would be near "
"them. The latitude comes first. Is it meant the other way round?"
msgstr ""
"C’est loin des lieux où le café se réunit ; %(swapped)s en serait tout près. "
"La latitude vient en premier. Est-ce l’inverse qu’il fallait ?"

#: events/organize_forms.py
#, python-format
msgid ""
"%(venue)s holds %(people)s people. Lower the number, or say below that more "
"may come."
msgstr ""
"Capacité de %(venue)s : %(people)s. Réduisez le nombre, ou cochez ci-dessous "
"la case pour accueillir plus de monde."

#: events/organize_forms.py
msgid ""
"Somebody else has changed this café since you opened the page. What you "
"typed is kept below, and not saved yet. This is what is saved now:"
msgstr ""
"Quelqu’un d’autre a modifié ce café depuis que vous avez ouvert la page. Ce "
"que vous avez saisi est toujours là, mais pas encore enregistré. Voici ce "
"qui est enregistré pour l’instant :"

#: events/organize_forms.py
msgid "another text, see the café's page"
msgstr "un autre texte, à lire sur la page du café"

#: events/organize_forms.py members/meanwhile.py
#, python-format
msgid "%(field)s: %(value)s"
msgstr "%(field)s : %(value)s"

#: events/organize_forms.py members/meanwhile.py
msgid "empty"
msgstr "vide"

#: events/organize_forms.py
#, python-format
msgid ""
"“%(venue)s”%(where)s is known already: choose it in the list, or give this "
"one another name."
msgstr ""
"« %(venue)s »%(where)s existe déjà : choisissez ce lieu dans la liste, ou "
"donnez un autre nom à celui-ci."

#: events/organize_forms.py
msgid "Why it is cancelled"
msgstr "Pourquoi il est annulé"

#: events/organize_forms.py
msgid "Everybody reads this sentence, on the café's page and in the mail."
msgstr "Tout le monde lira cette phrase, sur la page du café et dans l’e-mail."

#: events/organize_forms.py
msgid "Why not this time"
msgstr "Pourquoi pas cette fois-ci"

#: events/organize_forms.py
msgid "Only organizers read this, such as “closed for works until May”."
msgstr ""
"Seule l’équipe d’organisation le lit. Par exemple : « en travaux jusqu’en "
"mai »."

#: events/people_file.py events/people_forms.py templates/organize/party.html
msgid "Status"
msgstr "Statut"

#: events/people_file.py events/rsvp_forms.py
msgid "Guests"
msgstr "Personnes qui vous accompagnent"

#: events/people_file.py events/rsvp_forms.py
msgid "Names of the guests"
msgstr "Noms des personnes qui vous accompagnent"

#: events/people_file.py events/views/host_page.py members/profile_forms.py
#: templates/host/_lines.html templates/organize/offer.html
#: templates/organize/party.html venues/offer_forms.py
msgid "Organisation"
msgstr "Organisation"

#: events/people_file.py templates/base.html templates/organize/party.html
msgid "Trades"
msgstr "Métiers"

#: events/people_file.py
msgid "Cafés before"
msgstr "Cafés avant celui-ci"

#: events/people_file.py events/people_forms.py
msgid "Confirmed"
msgstr "Confirmation"

#: events/people_file.py templates/organize/party.html
msgid "Joined"
msgstr "Depuis le"

#: events/people_file.py events/people_forms.py templates/organize/party.html
msgid "with a place"
msgstr "avec une place"

#: events/people_file.py events/people_forms.py members/models/mail.py
#: templates/organize/people.html
msgid "waiting"
msgstr "en attente"

#: events/people_file.py events/people_forms.py templates/organize/party.html
#: templates/organize/people.html
msgid "freed"
msgstr "places libérées"

#: events/people_file.py
msgid "not shown"
msgstr "nom non montré"

#: events/people_forms.py
msgid "Name, organisation or trade"
msgstr "Nom, organisation ou métier"

#: events/people_forms.py
msgid "All of them"
msgstr "Toutes les réponses"

#: events/people_forms.py
msgid "Confirmed or not"
msgstr "Confirmées ou non"

#: events/people_forms.py
msgid "not confirmed"
msgstr "non confirmé"

#: events/people_forms.py
msgid "New or not"
msgstr "Première fois ou non"

#: events/people_forms.py templates/organize/people.html
msgid "newcomers"
msgstr "première fois"

#: events/people_forms.py
msgid "came before"
msgstr "déjà au moins un café"

#: events/people_forms.py
msgid "Trade"
msgstr "Métier"

#: events/people_forms.py
msgid "Only who told a need"
msgstr "Seulement les besoins signalés"

#: events/people_forms.py
msgid "In the order of"
msgstr "Dans l’ordre"

#: events/people_forms.py
msgid "joining"
msgstr "d’arrivée"

#: events/people_forms.py templates/events/_recap.html
msgid "trade"
msgid_plural "trades"
msgstr[0] "métier"
msgstr[1] "métiers"

#: events/people_forms.py
msgid "All trades"
msgstr "Tous les métiers"

#: events/people_forms.py
msgid "E-mail address"
msgstr "Adresse électronique"

#: events/people_forms.py
msgid ""
"With it they get the same mails as everybody, may free the place themselves, "
"and stand under the name of their account if they have one. Without it "
"nobody writes to them, and their name is forgotten a week after the evening."
msgstr ""
"Avec elle, la personne reçoit les mêmes messages que tout le monde, peut "
"libérer sa place elle-même, et figure sous le nom de son compte si elle en a "
"un. Sans elle, personne ne lui écrit, et son nom est oublié une semaine "
"après la soirée."

#: events/people_forms.py events/views/host_page.py
#: templates/organize/party.html
msgid "Comes with"
msgstr "Vient avec"

#: events/people_forms.py
msgid "Their names"
msgstr "Leurs noms"

#: events/people_forms.py
msgid "alone"
msgstr "sans personne d’autre"

#: events/people_forms.py templates/components/_edition_line.html
#, python-format
msgid "%(left)s place left"
msgid_plural "%(left)s places left"
msgstr[0] "%(left)s place libre"
msgstr[1] "%(left)s places libres"

#: events/people_forms.py
#, python-format
msgid "%(edition)s, %(day)s (%(places)s)"
msgstr "%(edition)s, %(day)s (%(places)s)"

#: events/people_forms.py templates/components/_edition_line.html
msgid "full"
msgstr "complet"

#: events/people_forms.py
msgid "To which evening"
msgstr "Vers quelle soirée"

#: events/people_forms.py templates/cafecm/kept_mail_list.html
#: templates/organize/offer_write.html venues/offer_forms.py
msgid "Subject"
msgstr "Objet"

#: events/people_forms.py
msgid "Your words"
msgstr "Vos mots"

#: events/people_forms.py
msgid ""
"Markdown: **bold**, *italics*, - for a list, [words](address) for a link."
msgstr ""
"Markdown : **gras**, *italique*, - pour une liste, [mots](adresse) pour un "
"lien."

#: events/poem.py
msgid "two"
msgstr "deux"

#: events/poem.py
msgid "three"
msgstr "trois"

#: events/poem.py
msgid "four"
msgstr "quatre"

#: events/poem.py
msgid "five"
msgstr "cinq"

#: events/poem.py
msgid "six"
msgstr "six"

#: events/poem.py
msgid "seven"
msgstr "sept"

#: events/poem.py
msgid "eight"
msgstr "huit"

#: events/poem.py
msgid "nine"
msgstr "neuf"

#: events/poem.py
msgid "ten"
msgstr "dix"

#: events/poem.py
msgid "eleven"
msgstr "onze"

#: events/poem.py
msgid "twelve"
msgstr "douze"

#: events/poem.py
msgid "thirteen"
msgstr "treize"

#: events/poem.py
msgid "fourteen"
msgstr "quatorze"

#: events/poem.py
msgid "fifteen"
msgstr "quinze"

#: events/poem.py
msgid "sixteen"
msgstr "seize"

#: events/poem.py
#, python-format
msgid "%(number)s %(things)s"
msgstr "%(number)s %(things)s"

#: events/poem.py
#, python-format
msgid "%(trade)s, once"
msgid_plural "%(trade)s, %(number)s times"
msgstr[0] "%(trade)s, une fois"
msgstr[1] "%(trade)s, %(number)s fois"

#: events/poem.py
#, python-format
msgid "one trade yet to be told"
msgid_plural "%(number)s trades yet to be told"
msgstr[0] "un métier qui reste à dire"
msgstr[1] "%(number)s métiers qui restent à dire"

#: events/poem.py
#, python-format
msgid "one voice in public"
msgid_plural "%(number)s voices in public"
msgstr[0] "une voix en public"
msgstr[1] "%(number)s voix en public"

#: events/poem.py
#, python-format
msgid "one gesture of care"
msgid_plural "%(number)s gestures of care"
msgstr[0] "un geste de soin"
msgstr[1] "%(number)s gestes de soin"

#: events/poem.py
#, python-format
msgid "one community of members"
msgid_plural "%(number)s communities of members"
msgstr[0] "une communauté de membres"
msgstr[1] "%(number)s communautés de membres"

#: events/poem.py
#, python-format
msgid "one corridor conversation"
msgid_plural "%(number)s corridor conversations"
msgstr[0] "une conversation de couloir"
msgstr[1] "%(number)s conversations de couloir"

#: events/poem.py
#, python-format
msgid "one place or cause"
msgid_plural "%(number)s places and causes"
msgstr[0] "un lieu ou une cause"
msgstr[1] "%(number)s lieux et causes"

#: events/poem.py
#, python-format
msgid "one course to hold"
msgid_plural "%(number)s courses to hold"
msgstr[0] "un cap à tenir"
msgstr[1] "%(number)s caps à tenir"

#: events/readiness.py templates/organize/host.html
msgid "Set the venue"
msgstr "Choisir le lieu"

#: events/readiness.py
msgid "access"
msgstr "accès"

#: events/readiness.py
msgid "Describe the access"
msgstr "Décrire l’accès"

#: events/readiness.py
msgid "Give it a theme"
msgstr "Donner un thème"

#: events/readiness.py
msgid "announced"
msgstr "annoncé"

#: events/readiness.py
msgid "Choose another date"
msgstr "Choisir une autre date"

#: events/readiness.py templates/organize/edition.html
#: templates/organize/offer_publish.html templates/organize/publish.html
msgid "Publish"
msgstr "Publier"

#: events/readiness.py
#, python-format
msgid "%(over)s person too many: who comes"
msgid_plural "%(over)s people too many: who comes"
msgstr[0] "%(over)s personne de trop : qui vient"
msgstr[1] "%(over)s personnes de trop : qui vient"

#: events/readiness.py
#, python-format
msgid "%(taken)s place of %(capacity)s taken"
msgid_plural "%(taken)s places of %(capacity)s taken"
msgstr[0] "%(taken)s place prise sur %(capacity)s"
msgstr[1] "%(taken)s places prises sur %(capacity)s"

#: events/readiness.py
#, python-format
msgid "%(waiting)s on the waitlist"
msgid_plural "%(waiting)s on the waitlist"
msgstr[0] "%(waiting)s en liste d’attente"
msgstr[1] "%(waiting)s en liste d’attente"

#: events/readiness.py
msgid "reminder sent"
msgstr "rappel envoyé"

#: events/readiness.py
#, python-format
msgid "reminder on %(day)s"
msgstr "rappel le %(day)s"

#: events/readiness.py
msgid "list sent to reception"
msgstr "liste envoyée à l’accueil"

#: events/readiness.py
#, python-format
msgid "list to reception on %(day)s"
msgstr "liste à l’accueil le %(day)s"

#: events/readiness.py
msgid "Say who gets the reception list"
msgstr "Dire qui reçoit la liste d’accueil"

#: events/readiness.py
msgid "reception list"
msgstr "liste d’accueil"

#: events/readiness.py templates/events/_recap.html
msgid "Write the recap"
msgstr "Écrire le compte rendu"

#: events/recap_forms.py templates/events/_recap.html
msgid "What became of the evening"
msgstr "Ce qui s’est passé ce soir-là"

#: events/recap_forms.py
msgid "A recap has some words at least."
msgstr "Un compte rendu compte au moins quelques mots."

#: events/recap_forms.py templates/events/_recap.html
msgid "To read next"
msgstr "À lire ensuite"

#: events/recap_forms.py
msgid "One page a line, up to twelve: its title, then its address."
msgstr "Une page par ligne, douze au plus : son titre, puis son adresse."

#: events/recap_forms.py
msgid "A word of thanks to the host"
msgstr "Un mot de merci à l’hôte"

#: events/recap_forms.py
msgid "Empty: the page thanks the host by name."
msgstr "Vide : la page remercie l’hôte par son nom."

#: events/recap_forms.py events/venue_forms.py templates/organize/recap.html
msgid "Add photos"
msgstr "Ajouter des photos"

#: events/recap_forms.py
msgid "Several at once, up to twenty, as they come out of the phone."
msgstr ""
"Plusieurs à la fois, jusqu’à vingt, telles qu’elles sortent du téléphone."

#: events/recap_forms.py
msgid "Choose at least one photo."
msgstr "Choisissez au moins une photo."

#: events/recap_forms.py
msgid "What the photo shows, for those who do not see it"
msgstr "Ce que montre la photo, pour qui ne la voit pas"

#: events/recap_forms.py
msgid "Caption"
msgstr "Légende"

#: events/recap_forms.py
msgid "Those who can be recognised on it agreed"
msgstr "Les personnes reconnaissables sont d’accord"

#: events/recap_forms.py
msgid "A word for the organizers"
msgstr "Un mot pour l’équipe d’organisation"

#: events/recap_forms.py
msgid ""
"Where you are on it, whether you want it gone for good. They alone read this."
msgstr ""
"Où vous êtes sur la photo, si elle doit disparaître pour de bon. L’équipe "
"est seule à vous lire."

#: events/recap_forms.py templates/events/comment.html
msgid "How was it?"
msgstr "C’était comment ?"

#: events/recap_forms.py
msgid "Write a word or two first."
msgstr "Écrivez d’abord un mot ou deux."

#: events/recap_forms.py
msgid "What is wrong with it?"
msgstr "Qu’est-ce qui ne va pas ?"

#: events/reception.py
#, python-format
msgid "a guest of %(name)s"
msgstr "une personne invitée par %(name)s"

#: events/reception.py templates/host/_lines.html
#, python-format
msgid "with %(name)s"
msgstr "avec %(name)s"

#: events/rotation.py
msgid "never hosted"
msgstr "n’a encore jamais accueilli"

#: events/rotation.py
#, python-format
msgid "is already to host on %(date)s"
msgstr "accueille déjà le café du %(date)s"

#: events/rotation.py
#, python-format
msgid "%(count)s café ago"
msgid_plural "%(count)s cafés ago"
msgstr[0] "au café précédent"
msgstr[1] "soit il y a %(count)s cafés"

#: events/rotation.py
#, python-format
msgid "hosted %(time)s, %(cafes)s"
msgstr "dernier accueil il y a %(time)s, %(cafes)s"

#: events/rotation.py
#, python-format
msgid "%(count)s year ago"
msgid_plural "%(count)s years ago"
msgstr[0] "%(count)s an"
msgstr[1] "%(count)s ans"

#: events/rotation.py
#, python-format
msgid "%(count)s month ago"
msgid_plural "%(count)s months ago"
msgstr[0] "%(count)s mois"
msgstr[1] "%(count)s mois"

#: events/rotation.py
#, python-format
msgid "%(count)s day ago"
msgid_plural "%(count)s days ago"
msgstr[0] "%(count)s jour"
msgstr[1] "%(count)s jours"

#: events/rotation.py
msgid "the café was there lately"
msgstr "le café y était il y a peu"

#: events/rotation.py
#, python-format
msgid "the same part of town as %(venue)s"
msgstr "dans le quartier d’un café récent (%(venue)s)"

#: events/rotation.py
msgid "part of town not known"
msgstr "quartier inconnu"

#: events/rotation.py
#, python-format
msgid "another part of town than the last café"
msgid_plural "another part of town than the last %(count)s"
msgstr[0] "dans un autre quartier que le dernier café"
msgstr[1] "dans un autre quartier que les %(count)s derniers cafés"

#: events/rotation.py
#, python-format
msgid "capacity not known, %(expected)s expected"
msgstr "capacité inconnue, pour %(expected)s personnes attendues"

#: events/rotation.py
#, python-format
msgid "room for %(capacity)s only, %(expected)s expected"
msgstr "%(capacity)s places seulement, pour %(expected)s personnes attendues"

#: events/rotation.py
#, python-format
msgid "room for %(capacity)s, %(expected)s expected"
msgstr "%(capacity)s places, pour %(expected)s personnes attendues"

#: events/rotation.py
#, python-format
msgid "not offered for a %(day)s in %(month)s"
msgstr "pas proposé pour un %(day)s en %(month)s"

#: events/rotation.py
#, python-format
msgid "offered for a %(day)s in %(month)s"
msgstr "proposé pour un %(day)s en %(month)s"

#: events/rotation.py
#, python-format
msgid "offered on %(date)s"
msgstr "proposé le %(date)s"

#: events/rotation.py
msgid "access not checked yet"
msgstr "accès pas encore vérifié"

#: events/rotation.py
#, python-format
msgid "access checked, %(count)s fact missing"
msgid_plural "access checked, %(count)s facts missing"
msgstr[0] "accès vérifié, %(count)s point à préciser"
msgstr[1] "accès vérifié, %(count)s points à préciser"

#: events/rotation.py
msgid "access checked and complete"
msgstr "accès vérifié, rien ne manque"

#: events/rsvp_forms.py
msgid "For the list at the door, separated by commas. You may leave it empty."
msgstr ""
"Pour la liste à l’entrée, séparés par des virgules. Rien d’obligatoire."

#: events/rsvp_forms.py templates/organize/_who.html
#: templates/organize/party.html
msgid "What we should know"
msgstr "À nous signaler"

#: events/rsvp_forms.py
msgid ""
"Step-free access, an allergy, a companion… Only the organizers read it, and "
"it is soon forgotten."
msgstr ""
"Un accès sans marche, une allergie, une personne qui accompagne… Seule "
"l’organisation le lit, et l’oublie peu après."

#: events/rsvp_forms.py
msgid "I come alone"
msgstr "Je viens en solo"

#: events/rsvp_forms.py
#, python-format
msgid "with %(n)s guest"
msgid_plural "with %(n)s guests"
msgstr[0] "avec une personne"
msgstr[1] "avec %(n)s personnes"

#: events/rsvp_forms.py
msgid "These are more names than guests. Say above how many people you bring."
msgstr ""
"Il y a plus de noms que de places demandées. Indiquez au-dessus combien de "
"personnes vous accompagnent."

#: events/rsvp_forms.py
#, python-format
msgid "A name has up to %(limit_value)s letters."
msgstr "Un nom compte %(limit_value)s lettres au plus."

#: events/rsvp_forms.py members/forms.py venues/offer_forms.py
msgid "Your name"
msgstr "Votre nom"

#: events/rsvp_forms.py members/forms.py venues/offer_forms.py
msgid "Your e-mail address"
msgstr "Votre adresse e-mail"

#: events/rsvp_forms.py
msgid ""
"We send a six-digit code there. No password, and nobody sees the address."
msgstr ""
"Nous y envoyons un code à six chiffres. Pas de mot de passe, et personne ne "
"voit l’adresse."

#: events/rsvp_forms.py
msgid "There is no place for a guest at the moment; yours is kept."
msgstr "Il n’y a pas d’autre place pour l’instant ; la vôtre reste à vous."

#: events/rsvp_forms.py
#, python-format
msgid "There is a place for one guest at most; yours is kept."
msgid_plural "There are places for %(guests)s guests at most; yours is kept."
msgstr[0] ""
"Il reste une place, pour une seule personne en plus de vous ; la vôtre reste "
"à vous."
msgstr[1] "Il reste %(guests)s places en plus de la vôtre, qui reste à vous."

#: events/rsvp_forms.py
msgid "There is room for you alone: come without a guest."
msgstr "Il n’y a de place que pour vous : venez en solo."

#: events/rsvp_forms.py
#, python-format
msgid "There is room for you and one guest at most."
msgid_plural "There is room for you and %(guests)s guests at most."
msgstr[0] ""
"Il y a de la place pour vous et une personne en plus, pas davantage."
msgstr[1] ""
"Il y a de la place pour vous et %(guests)s personnes en plus, pas davantage."

#: events/telling_forms.py
msgid "A line of yours"
msgstr "Un mot de votre main"

#: events/telling_forms.py
msgid ""
"It stands at the top of the mail, as you type it. Empty: the mail goes "
"without."
msgstr ""
"Il figure en haut de l’e-mail, tel que vous l’écrivez. Vide : l’e-mail part "
"sans."

#: events/templatetags/cafe.py
#, python-format
msgid ""
"The table of the evening seen from above, with a cup. A raccoon looks over "
"its edge."
msgid_plural ""
"The table of the evening seen from above, with %(cups)s cups. A raccoon "
"looks over its edge."
msgstr[0] ""
"La table de la soirée vue d’en haut, avec une tasse. Un raton laveur regarde "
"par-dessus le bord."
msgstr[1] ""
"La table de la soirée vue d’en haut, avec %(cups)s tasses. Un raton laveur "
"regarde par-dessus le bord."

#: events/venue_forms.py
msgid "The same place as"
msgstr "Le même lieu que"

#: events/venue_forms.py
msgid "Which record stays"
msgstr "La fiche qui reste"

#: events/venue_forms.py
msgid ""
"Its name and its address on the site stay; those of the other one lead there "
"for ever."
msgstr ""
"Son nom et son adresse sur le site restent ; ceux de l’autre y mènent pour "
"toujours."

#: events/venue_forms.py
msgid "the other one"
msgstr "l’autre"

#: events/venue_forms.py
msgid "The host's website"
msgstr "Site web de l’hôte"

#: events/venue_forms.py templates/venues/venue_detail.html
msgid "The host's logo"
msgstr "Logo de l’hôte"

#: events/venue_forms.py
msgid "Several at once, as they come out of the phone."
msgstr "Plusieurs à la fois, telles qu’elles sortent du téléphone."

#: events/venue_forms.py
msgid ""
"Door code, floor, “bring an ID”: shown only to people with a place, from the "
"day before on."
msgstr ""
"Code de la porte, étage, « pièce d’identité à prévoir » : montré seulement "
"aux personnes qui ont une place, dès la veille."

#: events/venue_forms.py
msgid "Empty: today, where you have changed a fact."
msgstr "Vide : aujourd’hui, si une réponse a changé."

#: events/venue_forms.py
msgid "What the photo shows"
msgstr "Ce que montre la photo"

#: events/venue_forms.py
msgid "Order"
msgstr "Ordre"

#: events/venue_forms.py
#: templates/django/forms/widgets/clearable_file_input.html
#: templates/members/portrait_input.html
msgid "Take it away"
msgstr "Retirer cette photo"

#: events/venue_forms.py
msgid "This day is to come. Give the day on which somebody looked."
msgstr ""
"Ce jour n’est pas encore passé. Indiquez celui où quelqu’un est allé voir."

#: events/venue_forms.py
#, python-format
msgid "A venue has up to %(most)s photos; there is room for %(room)s more."
msgid_plural ""
"A venue has up to %(most)s photos; there is room for %(room)s more."
msgstr[0] ""
"Un lieu a au plus %(most)s photos ; il reste de la place pour %(room)s."
msgstr[1] ""
"Un lieu a au plus %(most)s photos ; il reste de la place pour %(room)s."

#: events/views/api.py templates/events/subscribe.html
msgid "All cafés"
msgstr "Tous les cafés"

#: events/views/bring.py
#, python-format
msgid "%(made)s evening is brought in."
msgid_plural "%(made)s evenings are brought in."
msgstr[0] "%(made)s soirée est reprise."
msgstr[1] "%(made)s soirées sont reprises."

#: events/views/bring.py
msgid "This file has not been brought in yet."
msgstr "Ce fichier n’a pas encore été repris."

#: events/views/bring.py
#, python-format
msgid "%(gone)s evening is taken back."
msgid_plural "%(gone)s evenings are taken back."
msgstr[0] "%(gone)s soirée est retirée."
msgstr[1] "%(gone)s soirées sont retirées."

#: events/views/bring.py
msgid "There was nothing left to take back."
msgstr "Il n’y avait plus rien à annuler."

#: events/views/cadence.py
#, python-format
msgid "The café meets: %(cadence)s. What is planned already stays."
msgstr ""
"Le café se tient désormais : %(cadence)s. Ce qui est déjà prévu ne bouge pas."

#: events/views/cadence.py
#, python-format
msgid "%(count)s draft is made."
msgid_plural "%(count)s drafts are made."
msgstr[0] "%(count)s brouillon est prêt."
msgstr[1] "%(count)s brouillons sont prêts."

#: events/views/cadence.py
msgid "These dates have their drafts already."
msgstr "Ces dates ont déjà leur brouillon."

#: events/views/cadence.py
#, python-format
msgid "%(day)s is left out."
msgstr "%(day)s : pas de café ce jour-là."

#: events/views/cadence.py
#, python-format
msgid "%(day)s counts again."
msgstr "%(day)s : le café peut de nouveau avoir lieu."

#: events/views/card.py
#, python-format
msgid "%(day)s, %(time)s"
msgstr "%(day)s, %(time)s"

#: events/views/card.py templates/events/edition_detail.html
#: templates/host/poster.html
#, python-format
msgid "%(series)s, no. %(number)s"
msgstr "%(series)s, n° %(number)s"

#: events/views/card.py templates/components/_edition_line.html
#: templates/events/_when_where.html templates/events/edition_detail.html
#: templates/events/home.html templates/organize/change.html
msgid "Venue to be confirmed"
msgstr "Lieu à confirmer"

#: events/views/card.py templates/components/_inventory.html
msgid "and a raccoon."
msgstr "et un raton laveur."

#: events/views/comments.py
msgid "Whoever was there says how it was."
msgstr "La parole est à celles et ceux qui y étaient."

#: events/views/comments.py
msgid ""
"You have said a lot about this evening already. Change one of your comments."
msgstr ""
"Vous en avez déjà dit beaucoup sur cette soirée. Modifiez plutôt l’un de vos "
"commentaires."

#: events/views/comments.py
msgid "Thank you. An organizer reads your comment before everybody does."
msgstr ""
"Merci. L’équipe d’organisation relit votre commentaire avant publication."

#: events/views/comments.py
msgid "Your words are changed. An organizer reads them before everybody does."
msgstr ""
"C’est modifié. L’équipe d’organisation relit avant que tout le monde puisse "
"lire."

#: events/views/comments.py
msgid "Your comment is deleted."
msgstr "Votre commentaire est supprimé."

#: events/views/comments.py
msgid "Thank you. The organizers will look at it."
msgstr "Merci. L’équipe d’organisation va regarder."

#: events/views/door.py
#, python-format
msgid "%(name)s is not in the room."
msgstr "%(name)s n’est pas là."

#: events/views/door.py
#, python-format
msgid "%(name)s is in the room."
msgstr "%(name)s est là."

#: events/views/door.py
#, python-format
msgid "%(name)s: %(arrived)s person of %(places)s is in the room."
msgid_plural "%(name)s: %(arrived)s people of %(places)s are in the room."
msgstr[0] "%(name)s : %(arrived)s personne sur %(places)s est là."
msgstr[1] "%(name)s : %(arrived)s personnes sur %(places)s sont là."

#: events/views/host_desk.py
msgid "The host's page is saved."
msgstr "La page de l’hôte est enregistrée."

#: events/views/host_desk.py
msgid "The page has no e-mail address yet. Add it below, then send the link."
msgstr ""
"La page n’a pas encore d’adresse e-mail. Ajoutez-la ci-dessous, puis envoyez "
"le lien."

#: events/views/host_desk.py
msgid ""
"The link does not work at the moment: the café is a draft, over, or the link "
"was withdrawn."
msgstr ""
"Le lien ne marche pas en ce moment : le café est un brouillon ou terminé, ou "
"le lien a été retiré."

#: events/views/host_desk.py
#, python-format
msgid "The link is on its way to %(name)s."
msgstr "Le lien est en route vers %(name)s."

#: events/views/host_desk.py
msgid "This link has been sent already. Renew it to send another one."
msgstr "Ce lien a déjà été envoyé. Changez-le pour en envoyer un autre."

#: events/views/host_desk.py
msgid "The page has another link; the one before opens nothing any more."
msgstr "La page a un nouveau lien ; le précédent n’ouvre plus rien."

#: events/views/host_desk.py
msgid "The link opens nothing any more."
msgstr "Le lien n’ouvre plus rien."

#: events/views/host_page.py
msgid "Noted."
msgstr "C’est noté."

#: events/views/host_page.py
#, python-format
msgid "reception %(slug)s.csv"
msgstr "accueil %(slug)s.csv"

#: events/views/mail.py
#, python-format
msgid "The mail to %(member)s is tried once more."
msgstr "Le message pour %(member)s va repartir."

#: events/views/mail.py
msgid ""
"This mail cannot be sent any more: it would come too late, or says nothing "
"now."
msgstr ""
"Ce message ne peut plus partir : il arriverait trop tard, ou n’a plus rien à "
"dire."

#: events/views/mail.py
#, python-format
msgid "Mails go to %(member)s again, from the next one on."
msgstr "Les messages repartiront vers %(member)s, dès le prochain."

#: events/views/meeting.py
msgid "Noted. You may take it back at any moment."
msgstr "C’est noté. Vous pouvez revenir là-dessus à tout moment."

#: events/views/meeting.py
msgid "Taken back: from now on, nobody sees it anywhere."
msgstr "C’est retiré : désormais, plus personne ne le voit nulle part."

#: events/views/offer_board.py
#, python-format
msgid "%(place)s is on the board."
msgstr "%(place)s est au tableau."

#: events/views/offer_board.py
msgid "The notes are saved."
msgstr "Les notes sont enregistrées."

#: events/views/offer_board.py
#, python-format
msgid "%(place)s: %(step)s."
msgstr "%(place)s : %(step)s."

#: events/views/offer_board.py
msgid "This offer has no e-mail address: call, and note it down."
msgstr "Cette proposition n’a pas d’adresse e-mail : appelez, et notez-le."

#: events/views/offer_board.py
msgid "Only who has hosted is thanked, and only once."
msgstr "On ne remercie que qui a accueilli, et une seule fois."

#: events/views/offer_board.py
msgid "Noted as thanked. There is no e-mail address: call, or write a card."
msgstr ""
"Noté comme remercié. Il n’y a pas d’adresse e-mail : appelez, ou écrivez une "
"carte."

#: events/views/offer_board.py
#, python-format
msgid "%(edition)s takes place there already."
msgstr "%(edition)s s’y tient déjà."

#: events/views/offer_board.py
msgid "This café can no longer be published. Choose another evening."
msgstr "Ce café ne peut plus être publié. Choisissez une autre soirée."

#: events/views/offer_board.py
#, python-format
msgid ""
"%(edition)s meets at %(venue)s. Publish it, then send the host their page."
msgstr ""
"%(edition)s se tiendra à %(venue)s. Publiez-le, puis envoyez sa page à "
"l’hôte."

#: events/views/offer_board.py
#, python-format
msgid "%(edition)s is published at %(venue)s. Now send the host their page."
msgstr ""
"%(edition)s est publié à %(venue)s. Envoyez maintenant sa page à l’hôte."

#: events/views/offer_board.py
#, python-format
msgid ""
"%(place)s was declined. Put it at another step first if its café takes place "
"after all."
msgstr ""
"%(place)s : cette offre est restée sans suite. Si son café a lieu malgré "
"tout, remettez-la d’abord à une autre étape."

#: events/views/offer_board.py
#, python-format
msgid "The café at %(place)s is still to come. Thank the host once it is over."
msgstr ""
"Le café chez %(place)s est encore à venir. Les remerciements attendent la "
"fin de la soirée."

#: events/views/offer_board.py
#, python-format
msgid "The mail to %(name)s is on its way."
msgstr "L’e-mail à %(name)s est en route."

#: events/views/offer_board.py
msgid "This mail has gone out already."
msgstr "Cet e-mail est déjà parti."

#: events/views/offers.py events/views/rsvp.py members/views/prove.py
msgid ""
"Too many codes were asked for. Please wait a little before the next one."
msgstr ""
"Cela fait beaucoup de codes demandés. Patientez un peu avant le prochain."

#: events/views/offers.py events/views/rsvp.py members/views/prove.py
msgid "This code is no longer good. Ask for another one below."
msgstr "Ce code n’est plus valable. Demandez-en un autre ci-dessous."

#: events/views/offers.py events/views/rsvp.py members/views/prove.py
msgid "This is not the code of the mail. Please look again."
msgstr "Ce n’est pas le code reçu par e-mail. Jetez-y un nouveau coup d’œil."

#: events/views/offers.py events/views/rsvp.py
msgid "A new code is on its way."
msgstr "Un nouveau code est en route."

#: events/views/organize.py
#, python-format
msgid "%(n)s offer to host waits"
msgid_plural "%(n)s offers to host wait"
msgstr[0] "%(n)s proposition d’accueil attend"
msgstr[1] "%(n)s propositions d’accueil attendent"

#: events/views/organize.py
#, python-format
msgid "%(n)s mail did not arrive"
msgid_plural "%(n)s mails did not arrive"
msgstr[0] "%(n)s e-mail n’est pas arrivé"
msgstr[1] "%(n)s e-mails ne sont pas arrivés"

#: events/views/organize.py
#, python-format
msgid "%(n)s trade is suggested"
msgid_plural "%(n)s trades are suggested"
msgstr[0] "%(n)s métier suggéré"
msgstr[1] "%(n)s métiers suggérés"

#: events/views/organize.py tests/events/test_comments.py
#, python-format
msgid "%(n)s comment waits to be read"
msgid_plural "%(n)s comments wait to be read"
msgstr[0] "%(n)s commentaire attend d’être lu"
msgstr[1] "%(n)s commentaires attendent d’être lus"

#: events/views/organize.py
#, python-format
msgid "%(n)s photo was taken down"
msgid_plural "%(n)s photos were taken down"
msgstr[0] "%(n)s photo a été retirée"
msgstr[1] "%(n)s photos ont été retirées"

#: events/views/organize.py
msgid ""
"Only a draft can be thrown away; what has been published keeps its page."
msgstr "Seul un brouillon peut être jeté ; un café publié garde sa page."

#: events/views/organize.py
#, python-format
msgid "%(edition)s is thrown away."
msgstr "Brouillon jeté : %(edition)s."

#: events/views/organize.py
msgid ""
"This café can no longer be published: it is cancelled, or its date is over."
msgstr ""
"Ce café ne peut plus être publié : il est annulé, ou sa date est passée."

#: events/views/organize.py
msgid "Another venue has this name: look in the list."
msgstr "Un autre lieu porte déjà ce nom : cherchez-le dans la liste."

#: events/views/organize.py
#, python-format
msgid "%(edition)s is saved as a draft."
msgstr "C’est enregistré comme brouillon : %(edition)s."

#: events/views/organize.py
#, python-format
msgid "%(edition)s is saved."
msgstr "C’est enregistré : %(edition)s."

#: events/views/organize.py
#, python-format
msgid ""
"%(over)s person more has a place than the café now holds. Nobody loses "
"theirs; write to them if some cannot come in."
msgid_plural ""
"%(over)s people more have a place than the café now holds. Nobody loses "
"theirs; write to them if some cannot come in."
msgstr[0] ""
"Le café compte désormais %(over)s personne de plus que de places. Personne "
"ne perd la sienne ; écrivez à qui ne pourrait pas entrer."
msgstr[1] ""
"Le café compte désormais %(over)s personnes de plus que de places. Personne "
"ne perd la sienne ; écrivez à qui ne pourrait pas entrer."

#: events/views/organize.py
#, python-format
msgid ""
"%(edition)s is published: on the home page, in the list and in the calendar "
"from now on."
msgstr ""
"C’est publié : %(edition)s. Le café figure dès maintenant sur la page "
"d’accueil, dans la liste et dans le calendrier."

#: events/views/organize.py
#, python-format
msgid "%(edition)s is cancelled. Reopen it, and whoever had a place is told."
msgstr ""
"%(edition)s est annulé. Rouvrez-le : on préviendra celles et ceux qui "
"avaient une place."

#: events/views/organize.py
#, python-format
msgid "The date of %(edition)s is over. Choose one to come, then publish."
msgstr ""
"La date de ce café est passée : %(edition)s. Choisissez-en une à venir, puis "
"publiez."

#: events/views/organize.py
#, python-format
msgid "A mail is on its way to %(people)s person."
msgid_plural "A mail is on its way to %(people)s people."
msgstr[0] "Un e-mail est en route vers %(people)s personne."
msgstr[1] "Un e-mail est en route vers %(people)s personnes."

#: events/views/people.py
msgid "This evening takes no more answers: whoever is in the room counts."
msgstr ""
"Cette soirée ne prend plus de réponses : seules comptent les personnes dans "
"la salle."

#: events/views/people.py
#, python-format
msgid "%(name)s is no longer on the list."
msgstr "%(name)s n’est plus sur la liste."

#: events/views/people.py
msgid "There are not enough free places there. They can wait for one."
msgstr ""
"Il n’y a pas assez de places libres là-bas. La liste d’attente reste "
"possible."

#: events/views/people.py
msgid "They have answered there already. Free the place here instead."
msgstr ""
"Il y a déjà une réponse de cette personne là-bas. Libérez plutôt la place "
"ici."

#: events/views/people.py
msgid "One of the two evenings takes no more answers."
msgstr "L’une des deux soirées ne prend plus de réponses."

#: events/views/people.py
#, python-format
msgid "%(name)s now has a place at %(edition)s."
msgstr "%(name)s a maintenant une place : %(edition)s."

#: events/views/people.py
#, python-format
msgid "%(name)s now waits for a place at %(edition)s."
msgstr "%(name)s attend maintenant une place : %(edition)s."

#: events/views/people.py
msgid ""
"People are added to a published café to come; on the evening, at the door."
msgstr ""
"On ajoute quelqu’un à un café publié et à venir ; le soir même, c’est à "
"l’accueil."

#: events/views/people.py
msgid "There are not enough free places. They can wait for one."
msgstr ""
"Il n’y a pas assez de places libres. La liste d’attente reste possible."

#: events/views/people.py
#, python-format
msgid "%(name)s is on the list already."
msgstr "%(name)s est déjà sur la liste."

#: events/views/people.py
#, python-format
msgid "%(name)s has a place."
msgstr "%(name)s a une place."

#: events/views/people.py
#, python-format
msgid "%(name)s is on the waitlist."
msgstr "%(name)s est sur la liste d’attente."

#: events/views/people.py
msgid "Nobody is written to: this letter was sent before, or nobody is left."
msgstr ""
"Rien n’est parti : cette lettre a déjà été envoyée, ou il ne reste personne "
"à qui l’envoyer."

#: events/views/people.py
#, python-format
msgid "people %(slug)s.csv"
msgstr "personnes %(slug)s.csv"

#: events/views/people.py
#, python-format
msgid "people %(slug)s.xlsx"
msgstr "personnes %(slug)s.xlsx"

#: events/views/people.py
msgid "A mail tells them."
msgstr "Un message l’en avertit."

#: events/views/people.py
msgid "There is no address to write to: tell them yourself."
msgstr "Aucune adresse où lui écrire : à vous de le lui dire."

#: events/views/photos.py
msgid ""
"Many photos have just been taken down from your network. Write to the café, "
"please."
msgstr ""
"Beaucoup de photos viennent d’être retirées depuis votre réseau. Écrivez "
"plutôt au café."

#: events/views/photos.py
msgid ""
"The photo is no longer shown. The organizers have been asked to see to it."
msgstr ""
"La photo n’est plus visible. L’équipe d’organisation est prévenue et fera le "
"nécessaire."

#: events/views/recap.py
msgid "The recap is on the café's page."
msgstr "Le compte rendu est sur la page du café."

#: events/views/recap.py
msgid "The recap is kept; nobody but the organizers sees it yet."
msgstr ""
"Le compte rendu est enregistré ; seule l’équipe d’organisation le voit pour "
"l’instant."

#: events/views/recap.py
msgid "Saved."
msgstr "C’est enregistré."

#: events/views/recap.py
#, python-format
msgid ""
"%(count)s photo is there. Say what it shows, and whether those on it agreed."
msgid_plural ""
"%(count)s photos are there. Say what each of them shows, and whether those "
"on it agreed."
msgstr[0] ""
"%(count)s photo est là. Dites ce qu’elle montre, et si les personnes qui y "
"sont ont dit oui."
msgstr[1] ""
"%(count)s photos sont là. Dites ce que montre chacune, et si les personnes "
"qui y sont ont dit oui."

#: events/views/recap.py
#, python-format
msgid "%(count)s photo found no room: an evening has up to %(most)s."
msgid_plural "%(count)s photos found no room: an evening has up to %(most)s."
msgstr[0] ""
"%(count)s photo n’a pas trouvé de place : une soirée en montre jusqu’à "
"%(most)s."
msgstr[1] ""
"%(count)s photos n’ont pas trouvé de place : une soirée en montre jusqu’à "
"%(most)s."

#: events/views/recap.py
msgid "The photo is deleted."
msgstr "La photo est supprimée."

#: events/views/recap.py
msgid "The photo is shown again."
msgstr "La photo est de nouveau visible."

#: events/views/recap.py
msgid "Everybody may read it now."
msgstr "Tout le monde peut le lire."

#: events/views/recap.py
msgid "Nobody but its author reads it."
msgstr "Il n’est visible que de la personne qui l’a écrit."

#: events/views/recap.py
msgid "Its author has just changed this comment. Please read it once more."
msgstr "Ce commentaire vient d’être modifié. Relisez-le avant de décider."

#: events/views/recap.py
msgid "A recap is for an evening that has taken place."
msgstr "Un compte rendu se fait d’une soirée qui a eu lieu."

#: events/views/rotation.py
msgid "Somebody else has just changed this café. Look again, then choose."
msgstr ""
"Quelqu’un d’autre vient de modifier ce café. Jetez-y un nouveau coup d’œil, "
"puis choisissez."

#: events/views/rotation.py
#, python-format
msgid "%(edition)s meets at %(venue)s."
msgstr "%(edition)s a trouvé son lieu : %(venue)s."

#: events/views/rotation.py events/views/venues.py
#, python-format
msgid "%(edition)s is open to %(capacity)s people, more than the venue holds."
msgstr ""
"%(edition)s : la capacité est de %(capacity)s personnes, plus que le lieu "
"n’en accueille."

#: events/views/rotation.py
#, python-format
msgid "%(venue)s is passed over this time."
msgstr "%(venue)s laisse passer son tour pour cette fois."

#: events/views/rotation.py
#, python-format
msgid "%(venue)s stands in the order again."
msgstr "%(venue)s retrouve son tour."

#: events/views/rotation.py
#, python-format
msgid "%(edition)s is cancelled, or over: it needs no venue."
msgstr ""
"Ce café est annulé ou déjà passé, il n’a plus besoin de lieu : %(edition)s."

#: events/views/rotation.py
#, python-format
msgid "%(edition)s has its venue, %(venue)s. To change it, edit the café."
msgstr ""
"%(edition)s a déjà son lieu, %(venue)s. Pour en changer, modifiez le café."

#: events/views/rsvp.py
msgid "Noted: you are coming. See you there!"
msgstr "C’est noté : vous venez. À bientôt au café !"

#: events/views/rsvp.py
msgid "You have no place any more. Say so below if you come after all."
msgstr ""
"Vous n’avez plus de place ici. Si finalement vous venez, dites-le plus bas."

#: events/views/rsvp.py
msgid "Noted: you have a place at each new café, as far as there are places."
msgstr ""
"C’est noté : une place vous attend à chaque nouveau café, tant qu’il en "
"reste."

#: events/views/rsvp.py
msgid ""
"From now on you say for each café whether you come. The places you have stay "
"yours."
msgstr ""
"C’est noté : vous direz désormais, café par café, si vous venez. Les places "
"que vous avez restent à vous."

#: events/views/rsvp.py
msgid "Your place is free again. Thank you for telling us."
msgstr "Votre place est libérée. Merci d’avoir prévenu."

#: events/views/rsvp.py
msgid "You are no longer on the waitlist. Thank you for telling us."
msgstr "Vous n’êtes plus sur la liste d’attente. Merci d’avoir prévenu."

#: events/views/rsvp.py
msgid ""
"A place is free and offered to everyone waiting: it goes to the first who "
"says yes."
msgstr ""
"Une place se libère, proposée à toutes les personnes qui attendent : elle "
"revient à la première qui dit oui."

#: events/views/rsvp.py
#, python-format
msgid "The café is full: you are number %(position)s on the waitlist."
msgstr ""
"Le café est complet : vous êtes numéro %(position)s sur la liste d’attente."

#: events/views/rsvp.py
#, python-format
msgid ""
"There are not enough free places for all of you: you are number %(position)s "
"on the waitlist. Come with fewer people, and a place is yours."
msgstr ""
"Il ne reste pas assez de places pour vous toutes et tous : vous êtes numéro "
"%(position)s sur la liste d’attente. À moins nombreux, une place est à vous "
"tout de suite."

#: events/views/rsvp.py
msgid "You have a place. See you there!"
msgstr "Vous avez une place. À bientôt au café !"

#: events/views/rsvp.py
#, python-format
msgid "You have two places, one for you and one for your guest. See you there!"
msgid_plural ""
"You have %(places)s places, for you and your %(guests)s guests. See you "
"there!"
msgstr[0] ""
"Vous avez deux places, une pour vous et une pour la personne qui vous "
"accompagne. À bientôt au café !"
msgstr[1] ""
"Vous avez %(places)s places, pour vous et les %(guests)s personnes qui vous "
"accompagnent. À bientôt au café !"

#: events/views/specialties.py
#, python-format
msgid "You follow “%(trade)s”."
msgstr "Vous suivez « %(trade)s »."

#: events/views/specialties.py
#, python-format
msgid "You no longer follow “%(trade)s”."
msgstr "Vous ne suivez plus « %(trade)s »."

#: events/views/specialties.py
msgid ""
"Three of your suggestions wait for an answer still: one at a time, please."
msgstr "Trois de vos propositions attendent encore une réponse : patience."

#: events/views/specialties.py
msgid "Thank you: the organizers read it, and you hear from them by mail."
msgstr ""
"Merci : l’équipe d’organisation va la lire, et la réponse vous viendra par e-"
"mail."

#: events/views/subscribe.py
msgid "This is the new address of your calendar."
msgstr "Voici la nouvelle adresse de votre agenda."

#: events/views/telling.py
msgid "Reminders are for a published café to come."
msgstr "Les rappels concernent un café publié et à venir."

#: events/views/telling.py
msgid "Your line is kept, and stands in the reminders that are still to come."
msgstr ""
"Votre mot est enregistré ; il figure dans les rappels qui restent à partir."

#: events/views/telling.py
msgid "Only a published café that is not over can be cancelled."
msgstr "Seul un café publié et qui n’a pas encore eu lieu peut être annulé."

#: events/views/telling.py
msgid ""
"It is put off: the new date follows, and we write to you when it is set."
msgstr ""
"Ce n’est que partie remise : nous vous écrirons dès que la nouvelle date "
"sera fixée."

#: events/views/telling.py
#, python-format
msgid "%(edition)s is cancelled."
msgstr "C’est annulé : %(edition)s."

#: events/views/telling.py
msgid "Only a published café that is not over can be put off."
msgstr "Seul un café publié et qui n’a pas encore eu lieu peut être reporté."

#: events/views/telling.py
msgid "Only a cancelled café can be reopened."
msgstr "Seul un café annulé peut être rouvert."

#: events/views/telling.py
msgid "Somebody else has just changed this café. Look at it as it is now."
msgstr "Quelqu’un d’autre vient de modifier ce café. Voici où il en est."

#: events/views/telling.py
#, python-format
msgid "%(edition)s takes place on %(day)s."
msgstr "%(edition)s aura lieu le %(day)s."

#: events/views/telling.py
#, python-format
msgid "We write to you when “%(series)s” announces its next evening."
msgstr "Nous vous écrirons quand « %(series)s » annoncera sa prochaine soirée."

#: events/views/telling.py
#, python-format
msgid "We no longer write to you about the next evenings of “%(series)s”."
msgstr ""
"Nous ne vous écrirons plus au sujet des prochaines soirées de « %(series)s »."

#: events/views/trades_desk.py
#, python-format
msgid "“%(trade)s” is in the inventory."
msgstr "« %(trade)s » est dans l’inventaire."

#: events/views/trades_desk.py
#, python-format
msgid "“%(trade)s” is saved."
msgstr "« %(trade)s » est enregistré."

#: events/views/trades_desk.py
msgid "This trade is no longer in the inventory."
msgstr "Ce métier n’est plus dans l’inventaire."

#: events/views/trades_desk.py
#, python-format
msgid "“%(source)s” is now part of “%(target)s”."
msgstr "« %(source)s » fait désormais partie de « %(target)s »."

#: events/views/trades_desk.py
#, python-format
msgid "“%(trade)s” is retired: those who have it keep it."
msgstr "« %(trade)s » est retiré : qui l’a le garde."

#: events/views/trades_desk.py
msgid "Choose the trade that these words stand for."
msgstr "Choisissez le métier que désignent ces mots."

#: events/views/trades_desk.py
msgid "This suggestion has been answered already."
msgstr "Cette proposition a déjà reçu une réponse."

#: events/views/trades_desk.py
#, python-format
msgid "“%(words)s” is declined, and its author hears."
msgstr ""
"« %(words)s » n’entre pas dans l’inventaire ; la réponse part par e-mail."

#: events/views/trades_desk.py
msgid "This café takes no RSVPs any more: nobody was invited."
msgstr "Ce café ne prend plus d’inscriptions : personne n’a été invité."

#: events/views/trades_desk.py
#, python-format
msgid "%(people)s person is invited by mail."
msgid_plural "%(people)s people are invited by mail."
msgstr[0] "%(people)s personne est invitée par e-mail."
msgstr[1] "%(people)s personnes sont invitées par e-mail."

#: events/views/trades_desk.py
msgid ""
"Nobody more is invited: who follows this trade has heard of this café "
"already."
msgstr ""
"Pas d’invitation de plus : qui suit ce métier a déjà entendu parler de ce "
"café."

#: events/views/trades_desk.py
msgid "Another trade has this name."
msgstr "Un autre métier porte ce nom."

#: events/views/trades_desk.py
#, python-format
msgid "“%(words)s” is answered, and its author hears."
msgstr "« %(words)s » a sa réponse, qui part par e-mail."

#: events/views/venues.py
#, python-format
msgid "The access of %(venue)s was checked today."
msgstr "L’accès de %(venue)s a été vérifié aujourd’hui."

#: events/views/venues.py
msgid "These two are one venue already."
msgstr "Ces deux lieux n’en font déjà plus qu’un."

#: events/views/venues.py
#, python-format
msgid "%(gone)s and %(kept)s are one venue now."
msgstr "%(gone)s et %(kept)s ne font plus qu’un lieu."

#: events/views/venues.py
#, python-format
msgid ""
"This venue has become one with %(venue)s meanwhile. Nothing was saved; look "
"at it as it is now."
msgstr ""
"Entre-temps, ce lieu n’en fait plus qu’un avec %(venue)s. Rien n’a été "
"enregistré ; voici ce qu’il est devenu."

#: events/views/venues.py
msgid "Another venue has this name."
msgstr "Un autre lieu porte déjà ce nom."

#: events/views/venues.py
#, python-format
msgid "%(venue)s is saved."
msgstr "C’est enregistré : %(venue)s."

#: events/views/venues.py
#, python-format
msgid ""
"Say in a few words what the new photo shows, for those who do not see it."
msgid_plural ""
"Say in a few words what each of the %(count)s new photos shows, for those "
"who do not see them."
msgstr[0] ""
"Dites en quelques mots ce que montre la nouvelle photo, pour qui ne la voit "
"pas."
msgstr[1] ""
"Dites en quelques mots ce que montre chacune des %(count)s nouvelles photos, "
"pour qui ne les voit pas."

#: events/which.py
msgid "Whom do you look after?"
msgstr "De qui prenez-vous soin ?"

#: events/which.py
msgid "Whoever comes across us online"
msgstr "De quiconque nous croise en ligne"

#: events/which.py
msgid "People who love a brand"
msgstr "De personnes qui aiment une marque"

#: events/which.py
msgid "People who use a product or a service"
msgstr "De personnes qui utilisent un produit ou un service"

#: events/which.py
msgid "People who play"
msgstr "De personnes qui jouent"

#: events/which.py
msgid "People whom a passion, an illness or a neighbourhood brings together"
msgstr "De personnes qu’unit une passion, une maladie ou un quartier"

#: events/which.py
msgid "People who write software"
msgstr "De personnes qui développent des logiciels"

#: events/which.py
msgid "People who learn"
msgstr "De personnes qui apprennent"

#: events/which.py
msgid "Colleagues"
msgstr "De collègues"

#: events/which.py
msgid "People who may join the organisation, or have left it"
msgstr "De personnes qui rejoindront la maison, ou l’ont quittée"

#: events/which.py
msgid "Inhabitants, volunteers, an association"
msgstr "D’une ville, de bénévoles, d’une association"

#: events/which.py
msgid "Creators and journalists"
msgstr "De créatrices, de créateurs, de la presse"

#: events/which.py
msgid "People who share a roof to work or to meet"
msgstr "De personnes qui partagent un toit pour travailler ou se voir"

#: events/which.py
msgid "Where do they meet?"
msgstr "Où se retrouvent ces personnes ?"

#: events/which.py
msgid "On public social networks"
msgstr "Sur les réseaux sociaux publics"

#: events/which.py
msgid "In videos, live streams or podcasts"
msgstr "Dans des vidéos, des directs ou des podcasts"

#: events/which.py
msgid "On a forum or in comments"
msgstr "Sur un forum ou dans des commentaires"

#: events/which.py
msgid "On a chat server such as Discord"
msgstr "Sur un serveur de discussion comme Discord"

#: events/which.py
msgid "In messages that wait for an answer"
msgstr "Dans des messages qui attendent une réponse"

#: events/which.py
msgid "In a newsletter, a blog or guides"
msgstr "Dans une lettre d’information, un blog ou des guides"

#: events/which.py
msgid "On the organisation’s own network"
msgstr "Sur le réseau interne de l’organisation"

#: events/which.py
msgid "In a room, for real"
msgstr "Dans une salle, pour de vrai"

#: events/which.py
msgid "Inside the product itself"
msgstr "Dans le produit lui-même"

#: events/which.py
msgid "Everywhere at once"
msgstr "Partout à la fois"

#: events/which.py
msgid "What fills your days?"
msgstr "Qu’est-ce qui remplit vos journées ?"

#: events/which.py
msgid "Planning what is published and keeping accounts alive"
msgstr "Planifier les publications et faire vivre des comptes"

#: events/which.py
msgid "Writing and editing"
msgstr "Écrire et mettre au point"

#: events/which.py
msgid "Going live, filming, hosting the chat beside it"
msgstr "Passer en direct, filmer, tenir la conversation à côté"

#: events/which.py
msgid "Buying campaigns and measuring them"
msgstr "Acheter des campagnes et les mesurer"

#: events/which.py
msgid "Building collaborations with creators"
msgstr "Monter des collaborations avec des créateurs"

#: events/which.py
msgid "Inventing rituals and spaces of our own"
msgstr "Inventer des rituels et des espaces à nous"

#: events/which.py
msgid "Running tournaments, or the server of a game"
msgstr "Faire tourner des tournois, ou le serveur d’un jeu"

#: events/which.py
msgid "Writing rules and handling reports"
msgstr "Écrire des règles et traiter des signalements"

#: events/which.py
msgid "Answering customers"
msgstr "Répondre à la clientèle"

#: events/which.py
msgid "Helping members help each other"
msgstr "Aider les membres à s’entraider"

#: events/which.py
msgid "Listening to what is said, and reporting it in time"
msgstr "Écouter ce qui se dit, et le rapporter à temps"

#: events/which.py
msgid "Keeping a cool head when it burns"
msgstr "Garder la tête froide quand ça brûle"

#: events/which.py
msgid "Finding, equipping and thanking those who speak for us"
msgstr "Repérer, outiller et remercier qui parle pour nous"

#: events/which.py
msgid "Carrying people’s ideas into the product"
msgstr "Porter les idées des gens jusque dans le produit"

#: events/which.py
msgid "Helping people adopt a tool and contribute to it"
msgstr "Aider à adopter un outil et à y contribuer"

#: events/which.py
msgid "Bringing people into the same room"
msgstr "Réunir les gens dans une même salle"

#: events/which.py
msgid "Welcoming, training, seeing people grow"
msgstr "Accueillir, former, voir progresser"

#: events/which.py
msgid "Getting colleagues to work out loud"
msgstr "Donner envie aux collègues de travailler à voix haute"

#: events/which.py
msgid "Passing on know-how and keeping a record"
msgstr "Transmettre des savoir-faire et en garder la trace"

#: events/which.py
msgid "Helping teams talk about their work"
msgstr "Aider les équipes à parler de leur travail"

#: events/which.py
msgid "Rallying people around a cause"
msgstr "Mobiliser autour d’une cause"

#: events/which.py
msgid "Looking after a place that people live in"
msgstr "Prendre soin d’un lieu habité"

#: events/which.py
msgid "Setting goals, a budget, tools, figures"
msgstr "Fixer un cap, un budget, des outils, des chiffres"

#: members/adapters.py
msgid "A code by mail"
msgstr "Un code par mail"

#: members/apps.py
msgid "Members"
msgstr "Membres"

#: members/directory_form.py templates/members/profile.html
msgid "Can help with"
msgstr "Peut aider sur"

#: members/directory_form.py
msgid "Situation"
msgstr "Situation"

#: members/directory_form.py
msgid "All situations"
msgstr "Toutes les situations"

#: members/directory_form.py members/profile_forms.py venues/offer_forms.py
msgid "City"
msgstr "Ville"

#: members/domain.py
msgid "No name server has answered in time. Come back to this page later."
msgstr ""
"Aucun serveur de noms n’a répondu à temps. Revenez plus tard sur cette page."

#: members/domain.py
msgid ""
"Nothing says which servers may send for this domain. Add a text record; "
"whoever sends your mails tells you what stands in it, usually “v=spf1 "
"include:… -all”."
msgstr ""
"Rien ne dit quels serveurs peuvent envoyer pour ce domaine. Ajoutez un "
"enregistrement texte ; le prestataire qui envoie vos messages vous en donne "
"le contenu, souvent « v=spf1 include:… -all »."

#: members/domain.py
msgid "There are several records, and several count as none. Make one of them."
msgstr ""
"Il y a plusieurs enregistrements, et plusieurs ne valent aucun. N’en gardez "
"qu’un."

#: members/domain.py
msgid ""
"It lets everybody send for this domain. Let it end with “-all”, or “~all” to "
"begin with."
msgstr ""
"Il permet à n’importe qui d’envoyer pour ce domaine. Terminez-le par « -"
"all », ou par « ~all » pour commencer."

#: members/domain.py
msgid "It does not say what to think of other servers. Let it end with “-all”."
msgstr ""
"Il ne dit pas que penser des autres serveurs. Terminez-le par « -all »."

#: members/domain.py
msgid "It says which servers may send for this domain."
msgstr "Il dit quels serveurs peuvent envoyer pour ce domaine."

#: members/domain.py
msgid ""
"Which key signs your mails is not known here. Whoever sends them tells you "
"its selector: set DKIM_SELECTOR to it, and this page looks the key up."
msgstr ""
"On ne sait pas ici quelle clé signe vos messages. Le prestataire qui les "
"envoie vous donne son sélecteur : indiquez-le dans DKIM_SELECTOR, et cette "
"page cherchera la clé."

#: members/domain.py
msgid ""
"The key that signs your mails is not published: receivers cannot check the "
"signature. Whoever sends your mails tells you which record to add under this "
"name."
msgstr ""
"La clé qui signe vos messages n’est pas publiée : les messageries ne peuvent "
"pas vérifier la signature. Le prestataire qui envoie vos messages vous dit "
"quel enregistrement ajouter sous ce nom."

#: members/domain.py
msgid ""
"This key has been withdrawn: it is empty. Ask whoever sends your mails for "
"the new one."
msgstr ""
"Cette clé a été retirée : elle est vide. Demandez la nouvelle au prestataire "
"qui envoie vos messages."

#: members/domain.py
msgid "The key that signs your mails is published."
msgstr "La clé qui signe vos messages est publiée."

#: members/domain.py
#, python-format
msgid ""
"Nothing says what to do with mails that only pretend to come from this "
"domain, and large receivers trust such domains less. Add this text record to "
"begin with; once all goes well, say quarantine instead of none: %(record)s"
msgstr ""
"Rien ne dit que faire des messages qui se font passer pour ce domaine, et "
"les grandes messageries s’en méfient davantage. Ajoutez cet enregistrement "
"texte pour commencer ; quand tout va bien, mettez quarantine au lieu de "
"none : %(record)s"

#: members/domain.py
msgid "Mails that only pretend to come from this domain are set aside."
msgstr "Les messages qui se font passer pour ce domaine sont mis à l’écart."

#: members/domain.py
msgid ""
"It only watches. Receivers are content with that; once SPF and DKIM are "
"right, “p=quarantine” protects your name too."
msgstr ""
"Il ne fait qu’observer. Les messageries s’en contentent ; une fois SPF et "
"DKIM en ordre, « p=quarantine » protège aussi votre nom."

#: members/domain.py
msgid ""
"It names no policy that receivers know: p is none, quarantine or reject."
msgstr ""
"Il ne nomme aucune consigne connue des messageries : p vaut none, quarantine "
"ou reject."

#: members/emails.py
#, python-format
msgid "%(code)s is your code for %(community)s"
msgstr "%(code)s est votre code %(community)s"

#: members/emails.py
msgid ""
"Type this code on the page that asked for it. It works once, for ten minutes."
msgstr ""
"Saisissez ce code sur la page qui vous l’a demandé. Il sert une seule fois, "
"pendant dix minutes."

#: members/emails.py
msgid "For"
msgstr "Pour"

#: members/emails.py
#, python-format
msgid "Signing in to %(community)s"
msgstr "Votre connexion : %(community)s"

#: members/emails.py
msgid ""
"Somebody, you perhaps, wanted to sign in with this address. No account goes "
"with it yet."
msgstr ""
"Quelqu’un, peut-être vous, a voulu se connecter avec cette adresse. Aucun "
"compte n’y correspond pour l’instant."

#: members/emails.py
msgid ""
"If it was you: did you use another address? Otherwise you can create an "
"account in a minute."
msgstr ""
"Si c’était vous : avez-vous une autre adresse ici ? Sinon, créer un compte "
"ne prend qu’une minute."

#: members/emails.py templates/account/signup.html
msgid "Create an account"
msgstr "Créer un compte"

#: members/emails.py
#, python-format
msgid "You already have an account at %(community)s"
msgstr "Vous avez déjà un compte : %(community)s"

#: members/emails.py
msgid ""
"Somebody, you perhaps, wanted to create an account with this address. It has "
"one already."
msgstr ""
"Quelqu’un, peut-être vous, a voulu créer un compte avec cette adresse. Elle "
"en a déjà un."

#: members/emails.py
msgid ""
"Sign in with this address: you will get a code by mail, no password is "
"needed."
msgstr ""
"Connectez-vous avec cette adresse : un code vous parvient par e-mail, sans "
"mot de passe."

#: members/emails.py templates/account/login.html templates/base.html
#: templates/events/which.html templates/members/sign_in_link.html
msgid "Sign in"
msgstr "Se connecter"

#: members/emails.py
msgid ""
"You asked for nothing? Then there is nothing to do: without this mail, "
"nothing happens."
msgstr ""
"Vous n’avez rien demandé ? Alors il n’y a rien à faire : sans cet e-mail, il "
"ne se passe rien."

#: members/emails.py
#, python-format
msgid ""
"%(name)s shows you their address: if you answer this mail, they get it, with "
"your address. Through the site they get your answer without it."
msgstr ""
"%(name)s vous montre son adresse : si vous répondez à ce mail, votre réponse "
"lui parvient, avec votre adresse. Par le site, elle lui parvient sans."

#: members/emails.py
#, python-format
msgid ""
"%(name)s does not know your address, and an answer to this mail does not "
"reach them. Answer through the site: there you choose whether they see it."
msgstr ""
"%(name)s ne connaît pas votre adresse, et une réponse à ce mail ne lui "
"parvient pas. Répondez par le site : vous y choisissez de la montrer ou non."

#: members/emails.py
#, python-format
msgid "%(name)s writes to you"
msgstr "%(name)s vous écrit"

#: members/emails.py
msgid "Their address"
msgstr "Son adresse"

#: members/emails.py
#, python-format
msgid "Answer %(name)s"
msgstr "Répondre à %(name)s"

#: members/emails.py
#, python-format
msgid "Hear nothing from %(name)s any more, or report this"
msgstr "Ne plus rien recevoir de %(name)s, ou le signaler"

#: members/emails.py
#, python-format
msgid "Do we keep your account at %(community)s?"
msgstr "Gardons-nous votre compte au %(community)s ?"

#: members/emails.py
msgid "You have not been to the café for almost two years, nor to its site."
msgstr ""
"Voilà presque deux ans que le café est sans nouvelles de vous, et son site "
"aussi."

#: members/emails.py
#, python-format
msgid ""
"We keep nothing about people who no longer come: on %(day)s your account and "
"all that goes with it are erased. Would you rather keep it? Sign in once "
"before then; that is all."
msgstr ""
"Nous ne gardons rien sur les personnes qui ne viennent plus : le %(day)s, "
"votre compte et tout ce qui va avec seront effacés. Vous préférez le "
"garder ? Connectez-vous une fois d’ici là, c’est tout."

#: members/emails.py
msgid "Sign in and keep it"
msgstr "Me connecter et le garder"

#: members/emails.py
msgid "If it may go, there is nothing to do."
msgstr "S’il peut disparaître, il n’y a rien à faire."

#: members/emails.py
#, python-format
msgid "%(by)s reports %(name)s:"
msgstr "%(by)s signale %(name)s :"

#: members/emails.py
#, python-format
msgid "The last letter of %(name)s to %(by)s:"
msgstr "La dernière lettre de %(name)s à %(by)s :"

#: members/emails.py
#, python-format
msgid "A report about %(name)s"
msgstr "Un signalement au sujet de %(name)s"

#: members/emails.py
msgid "Read it, and settle it"
msgstr "Le lire, et le régler"

#: members/forms.py
msgid "This is not an e-mail address: one looks like name@example.org."
msgstr "Ce n’est pas une adresse e-mail ; elle ressemble à nom@exemple.fr."

#: members/forms.py
msgid "Six-digit code"
msgstr "Code à six chiffres"

#: members/forms.py
msgid "Another address of yours"
msgstr "Une autre de vos adresses"

#: members/forms.py
msgid "A name for it"
msgstr "Un nom pour cette clé"

#: members/forms.py
msgid "Such as “my phone”, to tell it from others."
msgstr "Par exemple « mon téléphone », pour la reconnaître parmi d’autres."

#: members/forms.py
msgid "It signs me in by itself, without a code by mail"
msgstr "Elle suffit à me connecter, sans code par e-mail"

#: members/forms.py venues/offer_forms.py
msgid "Leave this field empty"
msgstr "Laissez ce champ vide"

#: members/forms.py
msgid ""
"When a café that you have come to, or asked to hear from, announces its next "
"evening."
msgstr ""
"Quand un café que vous avez fréquenté, ou dont vous avez demandé des "
"nouvelles, annonce sa prochaine soirée."

#: members/forms.py
msgid ""
"When a café is about a trade that you follow, or its people look for "
"something."
msgstr ""
"Quand un café parle d’un métier que vous suivez, ou que l’on y cherche "
"quelque chose ou quelqu’un."

#: members/forms.py
msgid "When the notes of an evening where you had a place are there to read."
msgstr "Quand les notes d’une soirée où vous aviez une place sont à lire."

#: members/forms.py
msgid ""
"When somebody at your café would like to meet you, or is introduced to you."
msgstr ""
"Quand quelqu’un de votre café aimerait vous rencontrer, ou que l’on vous "
"présente quelqu’un."

#: members/forms.py
msgid ""
"Once a week, what your coming cafés still need. Only when there is something."
msgstr ""
"Une fois par semaine, ce qui manque encore à vos prochains cafés. Seulement "
"s’il y a quelque chose à dire."

#: members/images.py
#, python-format
msgid "This photo weighs more than %(megabytes)s MB. Send a lighter one."
msgstr "Cette photo pèse plus de %(megabytes)s Mo. Envoyez-en une plus légère."

#: members/images.py
msgid ""
"This file is not a photo that the café can read. Send it as JPEG, PNG, WebP, "
"AVIF or HEIC."
msgstr ""
"Ce fichier n’est pas une photo que le café sait lire. Envoyez-la en JPEG, "
"PNG, WebP, AVIF ou HEIC."

#: members/images.py
#, python-format
msgid ""
"This photo has more than %(megapixels)s million pixels. Send a smaller one."
msgstr ""
"Cette photo compte plus de %(megapixels)s millions de pixels. Envoyez-en une "
"plus petite."

#: members/images.py
#, python-format
msgid "%(file)s: %(problem)s"
msgstr "%(file)s : %(problem)s"

#: members/letter_forms.py
msgid "Your letter"
msgstr "Votre lettre"

#: members/letter_forms.py
msgid "Show my e-mail address, so that the answer may come by mail"
msgstr "Montrer mon adresse e-mail, pour que la réponse puisse venir par mail"

#: members/letter_forms.py
msgid ""
"That is enough letters for today. Keep your words, and send them tomorrow."
msgstr ""
"C’est assez de lettres pour aujourd’hui. Gardez vos mots, et envoyez-les "
"demain."

#: members/letter_forms.py
msgid "What happened?"
msgstr "Que s’est-il passé ?"

#: members/letter_forms.py
msgid "And hear nothing from them any more"
msgstr "Et ne plus rien recevoir de cette personne"

#: members/letter_forms.py
msgid "That is enough reports for today. Write to an organizer, please."
msgstr ""
"C’est assez de signalements pour aujourd’hui. Écrivez plutôt à l’équipe du "
"café."

#: members/management/commands/sign_in.py
#, python-format
msgid "Nobody who may sign in has the address %(address)s."
msgstr "Personne qui puisse se connecter n’a l’adresse %(address)s."

#: members/meanwhile.py
msgid ""
"Somebody else has changed this since you opened the page. What you typed is "
"kept below, and not saved yet. This is what is saved now:"
msgstr ""
"Quelqu’un d’autre a modifié cette fiche depuis que vous avez ouvert la page. "
"Ce que vous avez saisi est toujours là, mais pas encore enregistré. Voici ce "
"qui est enregistré pour l’instant :"

#: members/models/consent.py
msgid "to be introduced to three people before a café"
msgstr "rencontrer trois personnes avant un café"

#: members/models/consent.py
msgid "to greet newcomers"
msgstr "accueillir qui vient pour la première fois"

#: members/models/consent.py
msgid "consent"
msgstr "accord"

#: members/models/consent.py
msgid "consents"
msgstr "accords"

#: members/models/letter.py
msgid "your letter"
msgstr "votre lettre"

#: members/models/letter.py
msgid "letter"
msgstr "lettre"

#: members/models/letter.py
msgid "letters"
msgstr "lettres"

#: members/models/letter.py
msgid "block"
msgstr "blocage"

#: members/models/letter.py
msgid "blocks"
msgstr "blocages"

#: members/models/letter.py
msgid "what happened"
msgstr "ce qui s’est passé"

#: members/models/letter.py
msgid "the last letter"
msgstr "la dernière lettre"

#: members/models/letter.py
msgid "settled"
msgstr "réglé"

#: members/models/letter.py
msgid "report"
msgstr "signalement"

#: members/models/letter.py
msgid "reports"
msgstr "signalements"

#: members/models/mail.py
msgid "suppressed address"
msgstr "adresse écartée des envois"

#: members/models/mail.py
msgid "suppressed addresses"
msgstr "adresses écartées des envois"

#: members/models/mail.py
msgid "sent"
msgstr "envoyé"

#: members/models/mail.py
msgid "dropped"
msgstr "abandonné"

#: members/models/mail.py
msgid "failed"
msgstr "en échec"

#: members/models/mail.py
msgid "mail"
msgstr "e-mail"

#: members/models/mail.py
msgid "mails"
msgstr "e-mails"

#: members/models/member.py venues/models/offer.py
msgid "e-mail address"
msgstr "adresse e-mail"

#: members/models/member.py
msgid "address of the profile"
msgstr "adresse du profil"

#: members/models/member.py members/models/specialty.py
msgid "specialties"
msgstr "métiers"

#: members/models/member.py
msgid "active"
msgstr "compte actif"

#: members/models/member.py
msgid "looks after the site"
msgstr "s’occupe du site"

#: members/models/member.py
msgid "joined"
msgstr "membre depuis"

#: members/models/member.py
msgid "first came, once the evening is forgotten"
msgstr "première venue, une fois la soirée oubliée"

#: members/models/member.py
msgid "told that the account goes"
msgstr "annonce de l’effacement du compte"

#: members/models/member.py
msgid "member"
msgstr "membre"

#: members/models/member.py
msgid "members"
msgstr "membres"

#: members/models/profile.py
msgid "on the client side"
msgstr "chez l’annonceur"

#: members/models/profile.py
msgid "at an agency"
msgstr "en agence"

#: members/models/profile.py
msgid "as a freelance"
msgstr "en indépendant"

#: members/models/profile.py
msgid "in the public sector"
msgstr "dans le secteur public"

#: members/models/profile.py
msgid "for an association"
msgstr "pour une association"

#: members/models/profile.py
msgid "looking for work"
msgstr "en recherche de poste"

#: members/models/profile.py
msgid "studying"
msgstr "en études"

#: members/models/profile.py
msgid "under two years"
msgstr "moins de deux ans"

#: members/models/profile.py
msgid "two to five years"
msgstr "deux à cinq ans"

#: members/models/profile.py
msgid "five to ten years"
msgstr "cinq à dix ans"

#: members/models/profile.py
msgid "more than ten years"
msgstr "plus de dix ans"

#: members/models/profile.py
msgid "in one line"
msgstr "en une ligne"

#: members/models/profile.py venues/models/offer.py
msgid "organisation"
msgstr "organisation"

#: members/models/profile.py
msgid "situation"
msgstr "situation"

#: members/models/profile.py
msgid "experience"
msgstr "expérience"

#: members/models/profile.py
msgid "the community"
msgstr "la communauté"

#: members/models/profile.py
msgid "the platform"
msgstr "la plateforme"

#: members/models/profile.py
msgid "tools"
msgstr "outils"

#: members/models/profile.py
msgid "can help with"
msgstr "peut aider sur"

#: members/models/profile.py
msgid "looking for"
msgstr "cherche"

#: members/models/profile.py
msgid "spoken languages"
msgstr "langues parlées"

#: members/models/profile.py
msgid "who sees my profile and that I come"
msgstr "qui voit mon profil et à quels cafés je viens"

#: members/models/profile.py
msgid "listed in the directory"
msgstr "figure dans l’annuaire"

#: members/models/profile.py
msgid "who sees my photo"
msgstr "qui voit ma photo"

#: members/models/profile.py
msgid "who sees my organisation"
msgstr "qui voit mon organisation"

#: members/models/profile.py
msgid "who sees my links"
msgstr "qui voit mes liens"

#: members/models/profile.py
msgid "may be written to"
msgstr "accepte qu’on lui écrive"

#: members/models/specialty.py
msgid "Public voice"
msgstr "Parole publique"

#: members/models/specialty.py
msgid "Care and trust"
msgstr "Soin et confiance"

#: members/models/specialty.py
msgid "Member communities"
msgstr "Communautés de membres"

#: members/models/specialty.py
msgid "Inside the organisation"
msgstr "Au sein de l’organisation"

#: members/models/specialty.py
msgid "Settings"
msgstr "Secteurs et lieux"

#: members/models/specialty.py
msgid "Lead"
msgstr "Pilotage"

#: members/models/specialty.py
msgid "key"
msgstr "clé"

#: members/models/specialty.py
msgid "family"
msgstr "famille"

#: members/models/specialty.py
msgid "name in French"
msgstr "nom en français"

#: members/models/specialty.py
msgid "name in English"
msgstr "nom en anglais"

#: members/models/specialty.py
msgid "definition in French"
msgstr "définition en français"

#: members/models/specialty.py
msgid "definition in English"
msgstr "définition en anglais"

#: members/models/specialty.py
msgid "one of them, in the French poem"
msgstr "au singulier, dans le poème français"

#: members/models/specialty.py
msgid "several of them, in the French poem"
msgstr "au pluriel, dans le poème français"

#: members/models/specialty.py
msgid "one of them, in the English poem"
msgstr "au singulier, dans le poème anglais"

#: members/models/specialty.py
msgid "several of them, in the English poem"
msgstr "au pluriel, dans le poème anglais"

#: members/models/specialty.py
msgid "retired"
msgstr "retiré"

#: members/models/specialty.py
msgid "merged into"
msgstr "réuni à"

#: members/models/specialty.py
msgid "specialty"
msgstr "métier"

#: members/models/suggestion.py
msgid "waits for an answer"
msgstr "en attente"

#: members/models/suggestion.py
msgid "a new trade"
msgstr "un nouveau métier"

#: members/models/suggestion.py
msgid "another word for a trade"
msgstr "un autre mot pour un métier"

#: members/models/suggestion.py
msgid "declined"
msgstr "pas retenu"

#: members/models/suggestion.py
msgid "in your words"
msgstr "dans vos mots"

#: members/models/suggestion.py
msgid "a word to the member"
msgstr "un mot à la personne"

#: members/models/suggestion.py
msgid "suggestion of a trade"
msgstr "proposition de métier"

#: members/models/suggestion.py
msgid "suggestions of trades"
msgstr "propositions de métiers"

#: members/models/visibility.py
msgid "everybody"
msgstr "tout le monde"

#: members/models/visibility.py
msgid "members who are signed in"
msgstr "les membres du café"

#: members/models/visibility.py
msgid "people at the same café"
msgstr "les personnes qui viennent au même café"

#: members/models/visibility.py
msgid "nobody"
msgstr "personne"

#: members/models/wishes.py
msgid "The next cafés"
msgstr "Les prochains cafés"

#: members/models/wishes.py templates/members/mails.html
msgid "The trades I follow"
msgstr "Les métiers que je suis"

#: members/models/wishes.py
msgid "The organizers’ week"
msgstr "La semaine de l’organisation"

#: members/models/wishes.py
msgid "choice of mails"
msgstr "choix d’e-mails"

#: members/models/wishes.py
msgid "choices of mails"
msgstr "choix d’e-mails"

#: members/models/wishes.py
msgid "trade followed"
msgstr "métier suivi"

#: members/models/wishes.py
msgid "trades followed"
msgstr "métiers suivis"

#: members/profile_forms.py
#, python-format
msgid "Not more than %(number)s of them."
msgstr "Pas plus de %(number)s."

#: members/profile_forms.py
#, python-format
msgid ""
"“%(text)s” is not the address of a page: one looks like https://example.org/"
"me."
msgstr ""
"« %(text)s » n’est pas l’adresse d’une page : une adresse ressemble à "
"https://example.org/moi."

#: members/profile_forms.py
msgid "top left"
msgstr "en haut à gauche"

#: members/profile_forms.py
msgid "top"
msgstr "en haut"

#: members/profile_forms.py
msgid "top right"
msgstr "en haut à droite"

#: members/profile_forms.py
msgid "left"
msgstr "à gauche"

#: members/profile_forms.py
msgid "middle"
msgstr "au milieu"

#: members/profile_forms.py
msgid "right"
msgstr "à droite"

#: members/profile_forms.py
msgid "bottom left"
msgstr "en bas à gauche"

#: members/profile_forms.py
msgid "bottom"
msgstr "en bas"

#: members/profile_forms.py
msgid "bottom right"
msgstr "en bas à droite"

#: members/profile_forms.py
msgid "What stays in the middle of the photo"
msgstr "Ce qui reste au milieu de la photo"

#: members/profile_forms.py
msgid "It is cut square. Where in it is your face?"
msgstr "Elle est coupée en carré. Où s’y trouve votre visage ?"

#: members/profile_forms.py
msgid "Choose one of these."
msgstr "Choisissez l’un de ces points."

#: members/profile_forms.py
msgid "whoever sees my profile"
msgstr "qui voit mon profil"

#: members/profile_forms.py
msgid "In one line"
msgstr "En une ligne"

#: members/profile_forms.py
msgid "What you would say when somebody at the café asks what you do."
msgstr ""
"Ce que vous répondriez au café quand on vous demande ce que vous faites."

#: members/profile_forms.py
msgid "Photo"
msgstr "Photo"

#: members/profile_forms.py
msgid "My main specialty"
msgstr "Mon métier principal"

#: members/profile_forms.py
msgid "None yet"
msgstr "Aucun pour l’instant"

#: members/profile_forms.py
msgid "A second one"
msgstr "Un deuxième"

#: members/profile_forms.py
msgid "None"
msgstr "Aucun"

#: members/profile_forms.py
msgid "A third one"
msgstr "Un troisième"

#: members/profile_forms.py
msgid "I work"
msgstr "Je travaille"

#: members/profile_forms.py
msgid "I’d rather not say"
msgstr "Je préfère ne pas le dire"

#: members/profile_forms.py
msgid "I can help with"
msgstr "Je peux aider sur"

#: members/profile_forms.py
msgid "A few words a line: somebody at the café needs just that."
msgstr ""
"Quelques mots par ligne : quelqu’un au café a besoin de cela, justement."

#: members/profile_forms.py
msgid ""
"first steps of a forum\n"
"moderation charters"
msgstr ""
"les premiers pas d’un forum\n"
"les chartes de modération"

#: members/profile_forms.py
msgid "I’m looking for"
msgstr "Je cherche"

#: members/profile_forms.py
msgid "A few words a line, too."
msgstr "Quelques mots par ligne, là aussi."

#: members/profile_forms.py
msgid ""
"a mentor\n"
"how others measure engagement"
msgstr ""
"une personne pour me conseiller\n"
"comment d’autres mesurent l’engagement"

#: members/profile_forms.py
msgid "The community I look after"
msgstr "La communauté dont je m’occupe"

#: members/profile_forms.py
msgid "In your own words: who they are, how many, what brings them together."
msgstr "Avec vos mots : qui la compose, combien, ce qui la réunit."

#: members/profile_forms.py
msgid "The platform it lives on"
msgstr "La plateforme où elle vit"

#: members/profile_forms.py
msgid "A forum, a chat, an intranet, a social network …"
msgstr "Un forum, une messagerie, un intranet, un réseau social…"

#: members/profile_forms.py
msgid "I have looked after communities for"
msgstr "Je m’occupe de communautés depuis"

#: members/profile_forms.py
msgid "Tools I know well"
msgstr "Les outils que je connais bien"

#: members/profile_forms.py
msgid "One a line, or separated by commas."
msgstr "Un par ligne, ou séparés par des virgules."

#: members/profile_forms.py
msgid "Languages I speak"
msgstr "Les langues que je parle"

#: members/profile_forms.py
msgid "Links"
msgstr "Liens"

#: members/profile_forms.py
msgid "Your pages on the web, one a line."
msgstr "Vos pages sur le web, une par ligne."

#: members/profile_forms.py
msgid "Who sees my profile and that I come"
msgstr "Qui voit mon profil et à quels cafés je viens"

#: members/profile_forms.py
msgid ""
"Whoever organizes a café that you come to always sees your name there; so "
"does its host’s reception if you have a place, with your organisation only "
"where you show that to everybody. No more than that."
msgstr ""
"Qui organise un café où vous venez y voit toujours votre nom ; l’accueil du "
"lieu aussi, si vous y avez une place, avec votre organisation seulement si "
"vous la montrez à tout le monde. Rien de plus."

#: members/profile_forms.py
msgid "List me in the directory"
msgstr "Me faire figurer dans l’annuaire"

#: members/profile_forms.py
msgid "For those who see your profile; nobody else finds you there."
msgstr ""
"Pour les personnes qui voient votre profil ; personne d’autre ne vous y "
"trouve."

#: members/profile_forms.py
msgid "Members may write to me through the site"
msgstr "Les membres peuvent m’écrire par le site"

#: members/profile_forms.py
msgid ""
"They never see your address. Whoever you have written to may answer in any "
"case."
msgstr ""
"Votre adresse ne se voit jamais. Les personnes à qui vous avez écrit peuvent "
"répondre dans tous les cas."

#: members/profile_forms.py
msgid "Who sees my photo"
msgstr "Qui voit ma photo"

#: members/profile_forms.py
msgid "Who sees my organisation"
msgstr "Qui voit mon organisation"

#: members/profile_forms.py
msgid "Who sees my links"
msgstr "Qui voit mes liens"

#: members/profile_forms.py
msgid "You have chosen this specialty already."
msgstr "Vous avez déjà choisi ce métier."

#: members/profile_forms.py
msgid "Yes, erase everything about me"
msgstr "Oui, effacer tout ce qui me concerne"

#: members/profile_forms.py
msgid "Tick this box to say that you are sure."
msgstr "Cochez cette case pour confirmer."

#: members/views/data.py
msgid "Everything about you is erased. Thank you for the evenings."
msgstr "Tout ce qui vous concernait est effacé. Merci pour ces soirées."

#: members/views/letters.py
#, python-format
msgid "Your letter to %(name)s is on its way."
msgstr "Votre lettre à %(name)s est en route."

#: members/views/letters.py
msgid "Thank you. Those who keep the site will look into it."
msgstr "Merci. L’équipe qui tient le site va s’en occuper."

#: members/views/letters.py
#, python-format
msgid "You will hear nothing from %(name)s any more. They do not learn of it."
msgstr "Vous ne recevrez plus rien de %(name)s, qui n’en saura rien."

#: members/views/letters.py
#, python-format
msgid "%(name)s may write to you again."
msgstr "%(name)s peut de nouveau vous écrire."

#: members/views/mails.py
msgid "Your choice is kept."
msgstr "Votre choix est enregistré."

#: members/views/profiles.py
msgid "Your profile is saved."
msgstr "Votre profil est enregistré."

#: templates/429.html
msgid "One moment"
msgstr "Un instant"

#: templates/429.html
msgid ""
"Too many requests came from your network or for this address. Wait a few "
"minutes, then try again."
msgstr ""
"Beaucoup de demandes sont arrivées de votre réseau ou pour cette adresse. "
"Patientez quelques minutes, puis réessayez."

#: templates/429.html templates/cafecm/error_400.html
#: templates/cafecm/error_403.html templates/cafecm/error_404.html
#: templates/cafecm/error_413.html templates/cafecm/error_csrf.html
msgid "To the next café"
msgstr "Voir le prochain café"

#: templates/account/base_confirm_code.html templates/events/rsvp_code.html
#: templates/host/code.html
msgid "The code from your mail"
msgstr "Le code reçu par e-mail"

#: templates/account/base_confirm_code.html
#, python-format
msgid ""
"We have sent a mail to <strong>%(email)s</strong>. The code in it is good "
"for ten minutes."
msgstr ""
"Un e-mail vient de partir vers <strong>%(email)s</strong>. Le code qu’il "
"contient est valable dix minutes."

#: templates/account/base_confirm_code.html templates/events/rsvp_code.html
#: templates/host/code.html templates/members/prove.html
#, python-format
msgid ""
"On this machine mails are kept instead of sent: <a "
"href=\"%(mails_url)s\">read them here</a>."
msgstr ""
"Sur cette machine, les e-mails ne partent pas : <a "
"href=\"%(mails_url)s\">lisez-les dans la boîte d’essai</a>."

#: templates/account/base_confirm_code.html
msgid "Continue"
msgstr "Continuer"

#: templates/account/base_confirm_code.html templates/events/rsvp_code.html
#: templates/host/code.html templates/members/prove.html
msgid "Send another code"
msgstr "Envoyez-moi un autre code"

#: templates/account/base_confirm_code.html
msgid "Back"
msgstr "Retour"

#: templates/account/base_confirm_code.html
msgid "Use another address"
msgstr "Prendre une autre adresse"

#: templates/account/base_confirm_code.html
msgid ""
"Nothing has come? Look among the unwanted mails, and see whether the address "
"above is right."
msgstr ""
"Rien n’est arrivé ? Regardez dans les indésirables, et vérifiez l’adresse ci-"
"dessus."

#: templates/account/base_reauthenticate.html templates/members/prove.html
msgid "Is it you?"
msgstr "C’est bien vous ?"

#: templates/account/base_reauthenticate.html templates/members/prove.html
msgid ""
"You signed in some time ago. Before this change, show once more who you are."
msgstr ""
"Votre connexion date un peu. Avant ce changement, montrez encore une fois "
"que c’est bien vous."

#: templates/account/base_reauthenticate.html
msgid "Another way"
msgstr "Autrement"

#: templates/account/base_reauthenticate.html
msgid "Sign in again"
msgstr "Se reconnecter"

#: templates/account/email.html templates/members/me.html
msgid "My addresses"
msgstr "Mes adresses e-mail"

#: templates/account/email.html
msgid ""
"Each of these addresses signs you in. We write to the main one; nobody else "
"sees them."
msgstr ""
"Chacune de ces adresses permet de vous connecter. Nous écrivons à la "
"principale ; personne d’autre ne les voit."

#: templates/account/email.html
msgid "main address"
msgstr "adresse principale"

#: templates/account/email.html
msgid "not proven yet"
msgstr "à vérifier"

#: templates/account/email.html templates/account/login.html
#: templates/account/signup.html templates/members/prove.html
msgid "Send me a code"
msgstr "Envoyez-moi un code"

#: templates/account/email.html
msgid "Make it the main address"
msgstr "En faire l’adresse principale"

#: templates/account/email.html templates/mfa/webauthn/authenticator_list.html
msgid "Remove"
msgstr "Retirer"

#: templates/account/email.html
msgid "Add an address"
msgstr "Ajouter une adresse"

#: templates/account/login.html
msgid "No password: we send you a six-digit code by mail."
msgstr "Pas de mot de passe : vous recevez un code à six chiffres par e-mail."

#: templates/account/login.html
msgid "Sign in with a passkey"
msgstr "Se connecter avec une clé d’accès"

#: templates/account/login.html
#, python-format
msgid ""
"New here? <a href=\"%(signup_url)s\">Create an account</a>, or simply choose "
"a café and say that you come."
msgstr ""
"Première visite ? <a href=\"%(signup_url)s\">Créez un compte</a>, ou "
"choisissez simplement un café et dites que vous venez."

#: templates/account/logout.html templates/base.html templates/members/me.html
msgid "Sign out"
msgstr "Se déconnecter"

#: templates/account/logout.html
msgid "Your places at the cafés stay yours."
msgstr "Vos places aux cafés restent à vous."

#: templates/account/messages/logged_in.txt
msgid "You are signed in."
msgstr "Bienvenue ! La connexion est faite."

#: templates/account/signup.html
msgid ""
"A name and an address are enough. We send you a six-digit code, and that is "
"it."
msgstr ""
"Un nom et une adresse suffisent. Vous recevez un code à six chiffres, et le "
"tour est joué."

#: templates/account/signup.html
#, python-format
msgid "You have an account? <a href=\"%(login_url)s\">Sign in</a>."
msgstr ""
"Vous avez déjà un compte ? <a href=\"%(login_url)s\">Connectez-vous</a>."

#: templates/allauth/layouts/manage.html templates/base.html
#: templates/members/_back.html templates/members/me.html
msgid "My café"
msgstr "Mon café"

#: templates/base.html
#, python-format
msgid ""
"%(community)s: a café that meets in another place each time. When and where "
"the next one is, who hosts it, who comes."
msgstr ""
"%(community)s : un café qui change de lieu à chaque fois. Quand et où se "
"tient le prochain, qui l’accueille, qui vient."

#: templates/base.html
msgid "Skip to the content"
msgstr "Aller au contenu"

#: templates/base.html
msgid "Site"
msgstr "Menu du site"

#: templates/base.html venues/apps.py
msgid "Venues"
msgstr "Lieux"

#: templates/base.html templates/events/home.html
#: templates/events/subscribe.html
msgid "Subscribe"
msgstr "S’abonner"

#: templates/base.html templates/organize/board.html
#: templates/organize/dates.html templates/organize/edition.html
#: templates/organize/import.html templates/organize/import_preview.html
#: templates/organize/import_taken.html templates/organize/life.html
#: templates/organize/mail.html templates/organize/offers.html
#: templates/organize/rotation.html templates/organize/trade.html
#: templates/organize/trades.html
msgid "Organize"
msgstr "Organiser"

#: templates/base.html templates/events/edition_list.html
#: templates/events/past_list.html
msgid "Past cafés"
msgstr "Cafés passés"

#: templates/base.html templates/members/directory.html
#: templates/members/me.html
msgid "The directory"
msgstr "L’annuaire"

#: templates/base.html
msgid "Calendar and feed"
msgstr "Calendrier et flux"

#: templates/base.html templates/host/code.html templates/host/offer.html
msgid "Host a café"
msgstr "Accueillir un café"

#: templates/base.html
msgid "Privacy"
msgstr "Vie privée"

#: templates/base.html templates/cafecm/kept_mail.html
#: templates/cafecm/kept_mail_list.html
msgid "Kept mails"
msgstr "Boîte d’essai"

#: templates/cafecm/error_400.html
msgid "The question could not be read"
msgstr "Nous n’avons pas compris la commande"

#: templates/cafecm/error_400.html
msgid ""
"Something in the address or the form was not understood. Please go back and "
"try once more."
msgstr ""
"Quelque chose nous a échappé dans l’adresse ou le formulaire. Revenez en "
"arrière et réessayez."

#: templates/cafecm/error_400.html templates/cafecm/error_403.html
#: templates/cafecm/error_404.html templates/cafecm/error_413.html
#: templates/cafecm/error_csrf.html templates/events/home.html
msgid "All the coming cafés"
msgstr "Tous les cafés à venir"

#: templates/cafecm/error_403.html
msgid "This door is closed to you"
msgstr "Cette porte ne vous est pas ouverte"

#: templates/cafecm/error_403.html
msgid ""
"You are signed in, but this page is for others: its organizers, for instance."
msgstr ""
"Votre connexion n’est pas en cause : cette page est réservée, par exemple à "
"l’équipe d’organisation."

#: templates/cafecm/error_404.html
msgid "This page is not on the menu"
msgstr "Cette page n’est pas à la carte"

#: templates/cafecm/error_404.html
msgid "It may have moved, or never existed. The cafés have not gone far."
msgstr ""
"Elle a peut-être changé d’adresse, ou n’a jamais existé. Les cafés, eux, ne "
"sont pas loin."

#: templates/cafecm/error_413.html
msgid "This is too large"
msgstr "C’est trop lourd"

#: templates/cafecm/error_413.html
msgid ""
"What you sent is larger than a photo may be (15 MB). Please choose a smaller "
"file."
msgstr ""
"Votre envoi dépasse le poids maximal d’une photo (15 Mo). Choisissez un "
"fichier plus léger."

#: templates/cafecm/error_csrf.html
msgid "The form had been open for too long"
msgstr "Le formulaire est resté ouvert trop longtemps"

#: templates/cafecm/error_csrf.html
msgid ""
"For your safety it was not sent. Please go back, reload the page and send it "
"again."
msgstr ""
"Par sécurité, il n’a pas été envoyé. Revenez en arrière, rechargez la page "
"et renvoyez-le."

#: templates/cafecm/kept_mail.html
msgid "As HTML"
msgstr "En HTML"

#: templates/cafecm/kept_mail.html
msgid "As plain text"
msgstr "En texte seul"

#: templates/cafecm/kept_mail_list.html
msgid "On this machine mails are kept here instead of being sent."
msgstr "Sur cette machine, les e-mails ne partent pas : ils arrivent ici."

#: templates/cafecm/kept_mail_list.html templates/organize/offer_write.html
msgid "To"
msgstr "À"

#: templates/cafecm/kept_mail_list.html
msgid "No mail yet. One arrives here within a second of being written."
msgstr ""
"Aucun e-mail pour l’instant. Chacun arrive ici dans la seconde où il est "
"écrit."

#: templates/cafecm/privacy.html templates/members/data.html
msgid "What the café keeps, and for how long"
msgstr "Ce que le café garde, et combien de temps"

#: templates/cafecm/privacy.html
msgid "What is kept about you, why, who sees it and when it goes."
msgstr ""
"Ce qui est gardé de vous, pourquoi, qui le voit et quand cela s’efface."

#: templates/cafecm/privacy.html
msgid ""
"As little as a café needs: whom a chair is for, and how to tell them. "
"Nothing is sold, nothing is measured, and no other site learns that you were "
"here."
msgstr ""
"Aussi peu qu’il en faut à un café : à qui va une chaise, et comment vous "
"prévenir. Rien n’est vendu, rien n’est mesuré, et aucun autre site n’apprend "
"votre passage."

#: templates/cafecm/privacy.html
msgid "Why"
msgstr "Pourquoi"

#: templates/cafecm/privacy.html
msgid "Who reads it"
msgstr "Qui le voit"

#: templates/cafecm/privacy.html
msgid "Until when"
msgstr "Jusqu’à quand"

#: templates/cafecm/privacy.html
msgid "It is yours"
msgstr "C’est à vous"

#: templates/cafecm/privacy.html
#, python-format
msgid ""
"With an account you <a href=\"%(data_url)s\">take everything along or erase "
"it</a> yourself, at once, without asking anybody."
msgstr ""
"Avec un compte, vous <a href=\"%(data_url)s\">emportez tout ou effacez tout</"
"a> vous-même, sur-le-champ, sans rien demander à personne."

#: templates/cafecm/privacy.html
#, python-format
msgid ""
"For anything else, write to <a href=\"mailto:%(write_to)s\">%(write_to)s</"
"a>, read by the people who keep this café. Should they not help, the data "
"protection authority of your country does."
msgstr ""
"Pour le reste, écrivez à <a href=\"mailto:%(write_to)s\">%(write_to)s</a>, "
"que lisent les personnes qui tiennent ce café. Si elles n’y peuvent rien, "
"l’autorité de protection des données de votre pays (la CNIL en France) vous "
"aidera."

#: templates/components/_edition_line.html templates/organize/_party_list.html
#: templates/organize/_who.html templates/organize/rotation.html
msgid "No."
msgstr "N°"

#: templates/components/_error_summary.html
msgid "Something has to be corrected:"
msgstr "Il reste à corriger :"

#: templates/components/_error_summary.html
#, python-format
msgid "%(label)s: %(error)s"
msgstr "%(label)s : %(error)s"

#: templates/components/_inventory.html
msgid "The inventory of trades appears once five people have a place."
msgstr ""
"L’inventaire des métiers apparaît dès que cinq personnes ont une place."

#: templates/components/_pagination.html
msgid "Pages"
msgstr "Pages"

#: templates/components/_pagination.html
msgid "Previous"
msgstr "Page précédente"

#: templates/components/_pagination.html
#, python-format
msgid "Page %(number)s of %(total)s"
msgstr "Page %(number)s sur %(total)s"

#: templates/components/_pagination.html
msgid "Next"
msgstr "Page suivante"

#: templates/django/forms/field.html templates/organize/edition.html
msgid "optional"
msgstr "facultatif"

#: templates/django/forms/widgets/clearable_file_input.html
#: templates/members/portrait_input.html
msgid "The present photo"
msgstr "La photo actuelle"

#: templates/events/_closed_because.html
msgid "This café is not announced yet."
msgstr "Ce café n’est pas encore annoncé."

#: templates/events/_closed_because.html templates/events/edition_detail.html
#: templates/events/place.html templates/host/page.html
msgid "This café is cancelled."
msgstr "Ce café est annulé."

#: templates/events/_closed_because.html
msgid "This café is over."
msgstr "Ce café est terminé."

#: templates/events/_closed_because.html
msgid "This café has begun."
msgstr "Ce café a commencé."

#: templates/events/_closed_because.html
msgid "The list is closed."
msgstr "Les inscriptions sont closes."

#: templates/events/_closed_because.html
#, python-format
msgid "The list opens on %(day)s at %(time)s."
msgstr "Les inscriptions ouvrent le %(day)s à %(time)s."

#: templates/events/_comment.html
msgid "Waits to be read by an organizer"
msgstr "En attente de relecture"

#: templates/events/_comment.html
msgid "Not shown to others"
msgstr "Invisible pour les autres"

#: templates/events/_comment.html
msgid "Somebody who was there"
msgstr "Une personne qui y était"

#: templates/events/_comment.html
msgid "Reported:"
msgstr "Signalé :"

#: templates/events/_comment.html
msgid "Leave it"
msgstr "Le laisser"

#: templates/events/_comment.html
msgid "Let it through"
msgstr "Le publier"

#: templates/events/_comment.html
msgid "Show it no longer"
msgstr "Ne plus le montrer"

#: templates/events/_comment.html
msgid "Do not show it"
msgstr "Ne pas le publier"

#: templates/events/_comment.html templates/events/comment.html
msgid "Change my words"
msgstr "Modifier mes mots"

#: templates/events/_comment.html templates/events/report_comment.html
#: templates/members/trouble.html
msgid "Report"
msgstr "Signaler"

#: templates/events/_copy_address.html
msgid "Address copied."
msgstr "Adresse copiée."

#: templates/events/_copy_address.html
msgid "Copy the address"
msgstr "Copier l’adresse"

#: templates/events/_filters.html templates/members/directory.html
#: templates/organize/people.html templates/venues/venue_list.html
msgid "Find"
msgstr "Trouver"

#: templates/events/_getting_in.html
#, python-format
msgid "People with a place read this from %(day)s on; nobody else does."
msgstr ""
"Les personnes qui ont une place lisent ceci à partir du %(day)s ; personne "
"d’autre ne le voit."

#: templates/events/_getting_in.html
msgid "For people with a place: please keep it to yourself."
msgstr "Pour les personnes qui ont une place : merci de le garder pour vous."

#: templates/events/_head_start.html
msgid "Were you left waiting last time? Then the list is open for you already:"
msgstr ""
"Vous attendiez encore une place la dernière fois ? La liste vous est déjà "
"ouverte :"

#: templates/events/_head_start.html
msgid "sign in"
msgstr "connectez-vous"

#: templates/events/_keep_posted.html
msgid "Sign in to be told of the next evenings"
msgstr "Se connecter pour être au courant des prochaines soirées"

#: templates/events/_keep_posted.html
msgid "You are told of the next evenings."
msgstr "Vous êtes au courant des prochaines soirées."

#: templates/events/_keep_posted.html
msgid "No longer"
msgstr "Ne plus l’être"

#: templates/events/_keep_posted.html
msgid "Tell me about the next evenings"
msgstr "Me prévenir des prochaines soirées"

#: templates/events/_meeting.html
msgid "Your first café"
msgstr "Votre premier café"

#: templates/events/_meeting.html
msgid "Of your trade, and glad to greet you:"
msgstr "De votre métier, et avec plaisir pour vous accueillir :"

#: templates/events/_meeting.html
msgid "Whom to meet"
msgstr "Qui rencontrer"

#: templates/events/_meeting.html
msgid "Only you see this list."
msgstr "Cette liste n’est visible que par vous."

#: templates/events/_meeting.html templates/events/meeting.html
msgid "No longer introduce me"
msgstr "Ne plus me présenter"

#: templates/events/_meeting.html
msgid "Would you like to be introduced to three people?"
msgstr "Envie qu’on vous présente trois personnes ?"

#: templates/events/_meeting.html
msgid "Say so"
msgstr "Le dire"

#: templates/events/_meeting.html
msgid "Here for the first time"
msgstr "Ici pour la première fois"

#: templates/events/_meeting.html
msgid ""
"You greet newcomers: only you, others who greet, and the organizers see this."
msgstr ""
"Vous accueillez qui vient pour la première fois : seules les personnes qui "
"accueillent et l’organisation voient ceci."

#: templates/events/_places.html templates/events/edition_detail.html
#, python-format
msgid "%(people)s person came."
msgid_plural "%(people)s people came."
msgstr[0] "%(people)s personne est venue."
msgstr[1] "%(people)s personnes sont venues."

#: templates/events/_places.html
#, python-format
msgid "%(people)s person comes, and the café is full."
msgid_plural "%(people)s people come, and the café is full."
msgstr[0] "%(people)s personne vient, et le café est complet."
msgstr[1] "%(people)s personnes viennent, et le café est complet."

#: templates/events/_places.html
#, python-format
msgid "%(people)s waits."
msgid_plural "%(people)s wait."
msgstr[0] "%(people)s autre attend une place."
msgstr[1] "%(people)s autres attendent une place."

#: templates/events/_places.html
#, python-format
msgid "%(people)s person comes."
msgid_plural "%(people)s people come."
msgstr[0] "%(people)s personne vient."
msgstr[1] "%(people)s personnes viennent."

#: templates/events/_places.html
#, python-format
msgid "%(left)s place left."
msgid_plural "%(left)s places left."
msgstr[0] "Il reste %(left)s place."
msgstr[1] "Il reste %(left)s places."

#: templates/events/_recap.html
msgid "Nobody has written it down yet. Those who were there remember."
msgstr "Personne ne l’a encore raconté. Qui y était s’en souvient."

#: templates/events/_recap.html
msgid "Edit the recap"
msgstr "Modifier le compte rendu"

#: templates/events/_recap.html templates/organize/recap_photos.html
msgid "Photos of the evening"
msgstr "Photos de la soirée"

#: templates/events/_recap.html
msgid "I'm on it, take it down"
msgstr "J’y suis, retirez-la"

#: templates/events/_recap.html templates/events/edition_detail.html
msgid "The inventory of the evening"
msgstr "L’inventaire de la soirée"

#: templates/events/_recap.html
msgid "person"
msgid_plural "people"
msgstr[0] "personne"
msgstr[1] "personnes"

#: templates/events/_recap.html
msgid "or more for the first time"
msgstr "au moins pour la première fois"

#: templates/events/_recap.html
#, python-format
msgid "Thank you, %(host)s."
msgstr "Merci à %(host)s."

#: templates/events/_recap.html
msgid "Those who were there"
msgstr "Celles et ceux qui y étaient"

#: templates/events/_recap.html
msgid "You were there. How was it?"
msgstr "Vous y étiez. C’était comment ?"

#: templates/events/_recap.html templates/events/comment.html
msgid ""
"A few words, without markup. An organizer reads them before everybody does."
msgstr ""
"Quelques mots, sans mise en forme. L’équipe d’organisation les relit avant "
"publication."

#: templates/events/_recap.html templates/events/comment.html
msgid "Say it"
msgstr "Le dire"

#: templates/events/_rsvp.html
msgid "You have a place."
msgstr "Vous avez une place."

#: templates/events/_rsvp.html
#, python-format
msgid "Your guest too."
msgid_plural "Your %(guests)s guests too."
msgstr[0] "La personne qui vous accompagne aussi."
msgstr[1] "Les %(guests)s personnes qui vous accompagnent aussi."

#: templates/events/_rsvp.html
msgid "Do you still come?"
msgstr "Vous venez toujours ?"

#: templates/events/_rsvp.html
msgid "A place is free: it goes to the first who says yes."
msgstr "Une place se libère : elle revient à la première personne qui dit oui."

#: templates/events/_rsvp.html
#, python-format
msgid "You are number %(position)s on the waitlist."
msgstr "Vous êtes numéro %(position)s sur la liste d’attente."

#: templates/events/_rsvp.html templates/events/place.html
#: templates/events/rsvp_cancel.html
msgid "Free my place"
msgstr "Libérer ma place"

#: templates/events/_rsvp.html templates/events/rsvp_form.html
msgid "Join the waitlist"
msgstr "Rejoindre la liste d’attente"

#: templates/events/_rsvp.html templates/events/place.html
#: templates/events/rsvp_form.html
msgid "I'm coming"
msgstr "Je viens"

#: templates/events/_rsvp.html
msgid "With guests"
msgstr "Venir à plusieurs"

#: templates/events/_rsvp.html
msgid "Something we should know?"
msgstr "Quelque chose à nous signaler ?"

#: templates/events/_rsvp.html
msgid "The host's reception sees your name."
msgstr "L’accueil de l’hôte voit votre nom."

#: templates/events/_wanted.html
msgid "Call a trade"
msgstr "Appeler un métier"

#: templates/events/_wanted.html
msgid ""
"Only organizers see this. One click invites by mail those who follow the "
"trade and have not answered yet, once for each café."
msgstr ""
"Seule l’organisation voit ceci. Un clic invite par e-mail les personnes qui "
"suivent le métier et n’ont pas encore répondu, une fois par café."

#: templates/events/_wanted.html
#, python-format
msgid "called on %(day)s"
msgstr "appelé le %(day)s"

#: templates/events/_wanted.html
#, python-format
msgid "Invite the %(people)s person who follows it"
msgid_plural "Invite the %(people)s people who follow it"
msgstr[0] "Inviter la personne qui le suit"
msgstr[1] "Inviter les %(people)s personnes qui le suivent"

#: templates/events/_wanted.html
msgid "nobody follows it yet"
msgstr "personne ne le suit encore"

#: templates/events/_ways.html
msgid "Add to Google Calendar"
msgstr "Ajouter à Google Agenda"

#: templates/events/_ways.html
#, python-format
msgid ""
"Should Google refuse, copy the address above and <a "
"href=\"%(google_by_address)s\" rel=\"noopener\">paste it into the settings "
"of Google Calendar</a>, under “From URL”."
msgstr ""
"Si Google refuse, copiez l’adresse ci-dessus et <a "
"href=\"%(google_by_address)s\" rel=\"noopener\">collez-la dans les "
"paramètres de Google Agenda</a>, sous « À partir de l’URL »."

#: templates/events/_ways.html tests/events/test_subscribe.py
msgid ""
"Google looks for news when it likes: a change or a cancellation can take up "
"to 24 hours to appear. Whoever has a place gets a mail at once."
msgstr ""
"Google vient aux nouvelles quand bon lui semble : un changement ou une "
"annulation peut mettre jusqu’à 24 heures à apparaître. Qui a une place "
"reçoit aussitôt un e-mail."

#: templates/events/_ways.html
msgid "iPhone, iPad and Mac"
msgstr "iPhone, iPad et Mac"

#: templates/events/_ways.html
msgid "Subscribe with Apple Calendar"
msgstr "S’abonner avec Calendrier d’Apple"

#: templates/events/_ways.html
msgid ""
"Choose “Subscribe” when asked. How often the calendar looks for news is set "
"in its details; once an hour is enough."
msgstr ""
"Choisissez « S’abonner » quand on vous le propose. La fréquence "
"d’actualisation se règle dans les détails du calendrier ; une fois par heure "
"suffit."

#: templates/events/_ways.html
msgid "Add to Outlook.com"
msgstr "Ajouter à Outlook.com"

#: templates/events/_ways.html
msgid "Add to Microsoft 365"
msgstr "Ajouter à Microsoft 365"

#: templates/events/_ways.html
#, python-format
msgid ""
"On a Windows computer, <a href=\"%(webcal)s\">open the calendar in Outlook</"
"a>."
msgstr ""
"Sur un ordinateur Windows, <a href=\"%(webcal)s\">ouvrez le calendrier dans "
"Outlook</a>."

#: templates/events/_ways.html
msgid "Outlook looks for news every few hours."
msgstr "Outlook vient aux nouvelles toutes les quelques heures."

#: templates/events/_ways.html
#, python-format
msgid ""
"<a href=\"%(webcal)s\">Open the calendar in Thunderbird</a>, or choose “New "
"calendar”, then “On the network”, and paste the address above."
msgstr ""
"<a href=\"%(webcal)s\">Ouvrez le calendrier dans Thunderbird</a>, ou "
"choisissez « Nouvel agenda », puis « Sur le réseau », et collez l’adresse ci-"
"dessus."

#: templates/events/_ways.html
msgid "Thunderbird looks for news every half hour."
msgstr "Thunderbird vient aux nouvelles toutes les demi-heures."

#: templates/events/_ways.html
msgid ""
"What you add to Google Calendar in a browser shows up on the phone too. "
"Without Google, install <a href=\"https://icsx5.bitfire.at/\" "
"rel=\"noopener\">ICSx⁵</a>, choose “Add subscription” and paste the address "
"above."
msgstr ""
"Ce que vous ajoutez à Google Agenda dans un navigateur apparaît aussi sur le "
"téléphone. Sans Google, installez <a href=\"https://icsx5.bitfire.at/\" "
"rel=\"noopener\">ICSx⁵</a>, choisissez « Ajouter un abonnement » et collez "
"l’adresse ci-dessus."

#: templates/events/comment.html templates/events/place.html
#: templates/events/rsvp_form.html templates/host/page.html
#: templates/organize/dates.html templates/organize/edition.html
#: templates/organize/host.html templates/organize/offer.html
#: templates/organize/recap.html templates/organize/recap_photos.html
#: templates/organize/trade.html templates/organize/venue.html
msgid "Save"
msgstr "Enregistrer"

#: templates/events/comment.html
msgid "Delete my comment"
msgstr "Supprimer mon commentaire"

#: templates/events/edition_detail.html
msgid ""
"A preview for you who host this evening: nobody else sees it yet. RSVPs "
"begin once it is announced."
msgstr ""
"Un aperçu pour vous qui accueillez cette soirée : personne d’autre ne le "
"voit encore. Les inscriptions commencent avec l’annonce."

#: templates/events/edition_detail.html
msgid "A draft: only the organizers see this page."
msgstr "C’est un brouillon : seule l’équipe d’organisation voit cette page."

#: templates/events/edition_detail.html templates/events/home.html
#, python-format
msgid "%(start)s to %(end)s"
msgstr "de %(start)s à %(end)s"

#: templates/events/edition_detail.html
msgid "It will be on this page and in your calendar."
msgstr "(il apparaîtra sur cette page et dans votre agenda)"

#: templates/events/edition_detail.html templates/events/people.html
#: templates/organize/board.html
msgid "Who came"
msgstr "Qui était là"

#: templates/events/edition_detail.html templates/events/people.html
#: templates/organize/door.html templates/organize/edition.html
#: templates/organize/people.html
msgid "Who comes"
msgstr "Qui vient"

#: templates/events/edition_detail.html
msgid "Edit this café"
msgstr "Modifier ce café"

#: templates/events/edition_detail.html
msgid "On the menu"
msgstr "Au menu"

#: templates/events/edition_detail.html
msgid "… and others: sign in to see them all"
msgstr "… et d’autres encore : connectez-vous pour les voir"

#: templates/events/edition_detail.html
msgid "… and others: see everybody who came"
msgstr "… et d’autres encore : voir toutes les personnes venues"

#: templates/events/edition_detail.html
msgid "… and others: see everybody who comes"
msgstr "… et d’autres encore : voir toutes les personnes qui viennent"

#: templates/events/edition_detail.html tests/events/test_comments.py
msgid "Names are shown to those who may see them: sign in to see more."
msgstr ""
"Chaque personne choisit qui voit son nom : connectez-vous pour en voir "
"davantage."

#: templates/events/edition_detail.html templates/venues/venue_detail.html
#: venues/offer_forms.py
msgid "The place"
msgstr "Le lieu"

#: templates/events/edition_detail.html
msgid "Still missing:"
msgstr "Il manque encore :"

#: templates/events/edition_detail.html
msgid "Is one of them yours, or a friend’s? Come along."
msgstr "C’est votre métier, ou celui d’une connaissance ? Venez."

#: templates/events/edition_list.html templates/events/past_list.html
#: templates/events/rsvp_closed.html
msgid "The coming cafés"
msgstr "Les cafés à venir"

#: templates/events/edition_list.html
msgid "By month"
msgstr "Mois par mois"

#: templates/events/edition_list.html templates/events/home.html
msgid "Subscribe to the calendar"
msgstr "S’abonner au calendrier"

#: templates/events/edition_list.html
msgid "No coming café matches."
msgstr "Aucun café à venir ne correspond."

#: templates/events/edition_list.html templates/events/past_list.html
#: templates/venues/venue_list.html
msgid "Show them all"
msgstr "Tout afficher"

#: templates/events/edition_list.html
msgid "Nothing is on the menu yet: the next café is being prepared."
msgstr "Rien au menu pour l’instant : le prochain café se prépare."

#: templates/events/embed.html
msgid "On your own site"
msgstr "Sur votre site"

#: templates/events/embed.html
msgid "Show the coming cafés on another site, with one line and one file."
msgstr ""
"Afficher les prochains cafés sur un autre site, avec une ligne et un fichier."

#: templates/events/embed.html
msgid ""
"Paste one line where the coming cafés are to stand. They appear as a plain "
"list, in the style of your page; nobody who reads it is followed."
msgstr ""
"Collez une ligne là où les prochains cafés doivent apparaître. Ils "
"s’affichent en simple liste, dans le style de votre page ; personne n’est "
"suivi."

#: templates/events/embed.html
msgid "Line copied."
msgstr "Ligne copiée."

#: templates/events/embed.html
msgid "Copy the line"
msgstr "Copier la ligne"

#: templates/events/embed.html
msgid "This is how it looks"
msgstr "Voici ce que cela donne"

#: templates/events/embed.html
msgid ""
"The list needs JavaScript on the page that shows it. A link to this site's "
"calendar works without."
msgstr ""
"La liste a besoin de JavaScript sur la page qui l’affiche. Un lien vers "
"l’agenda de ce site s’en passe."

#: templates/events/embed.html
msgid "For programs"
msgstr "Pour les programmes"

#: templates/events/embed.html
msgid ""
"The same facts are there as JSON, to read without a key: <a href=\"/api/"
"editions/\">the cafés</a>, <a href=\"/api/venues/\">the places</a>, <a "
"href=\"/api/series/\">the series</a>, and <a href=\"/api/openapi.json\">the "
"description of it all</a> (OpenAPI 3.1)."
msgstr ""
"Les mêmes informations existent en JSON, à lire sans clé : <a href=\"/api/"
"editions/\">les cafés</a>, <a href=\"/api/venues/\">les lieux</a>, <a "
"href=\"/api/series/\">les séries</a>, et <a href=\"/api/openapi.json\">la "
"description du tout</a> (OpenAPI 3.1)."

#: templates/events/hide_photo.html
msgid "Take this photo down"
msgstr "Retirer cette photo"

#: templates/events/hide_photo.html
msgid ""
"You are on it and would rather not be? It disappears from the page at once. "
"The organizers then see to it; you need no account, and no reason."
msgstr ""
"Vous êtes dessus et préférez ne pas y être ? Elle disparaît aussitôt de la "
"page, et l’équipe d’organisation fait le reste. Il ne faut ni compte, ni "
"raison."

#: templates/events/hide_photo.html
msgid "Take it down"
msgstr "La retirer"

#: templates/events/home.html
msgid "Next café"
msgstr "Prochain café"

#: templates/events/home.html
#, python-format
msgid "No. %(number)s"
msgstr "N° %(number)s"

#: templates/events/home.html
msgid "Who comes: the inventory"
msgstr "Qui vient : l’inventaire"

#: templates/events/home.html
msgid ""
"Nothing is on the menu yet: the next café is being prepared. Subscribe, and "
"it will be in your calendar the moment it is announced."
msgstr ""
"Rien au menu pour l’instant : le prochain café se prépare. Abonnez-vous, et "
"il sera dans votre agenda dès son annonce."

#: templates/events/home.html
msgid "And then"
msgstr "Et ensuite"

#: templates/events/home.html
msgid "In your calendar"
msgstr "Dans votre agenda"

#: templates/events/home.html
msgid ""
"Another place each time, the same calendar: subscribe once, and every café "
"is in it, with its address, even when something changes."
msgstr ""
"Chaque fois un autre lieu, toujours le même calendrier : abonnez-vous une "
"fois, et tous les cafés y sont, avec leur adresse, même quand quelque chose "
"change."

#: templates/events/home.html
msgid "Last time"
msgstr "La dernière fois"

#: templates/events/home.html
msgid "All the past cafés"
msgstr "Tous les cafés passés"

#: templates/events/meeting.html
msgid "Both of these need your own yes, and end the moment you take it back."
msgstr ""
"L’un et l’autre demandent votre accord, et cessent dès que vous le retirez."

#: templates/events/meeting.html
msgid ""
"Your profile is seen by nobody: as long as you leave it so, nobody is "
"introduced to you and you greet nobody."
msgstr ""
"Personne ne voit votre profil : tant qu’il en est ainsi, on ne vous présente "
"personne et vous n’accueillez personne."

#: templates/events/meeting.html
msgid "Be introduced"
msgstr "Faire des rencontres"

#: templates/events/meeting.html
msgid ""
"Two days before a café that you come to, you get three names, each with a "
"line that says why: somebody who can help with what you look for, a trade "
"that completes yours. Three others, or the same ones, get your name. Only "
"people who said yes too, and only those you have not met yet."
msgstr ""
"Deux jours avant un café où vous venez, vous recevez trois noms, chacun avec "
"une ligne qui dit pourquoi : une aide pour ce que vous cherchez, un métier "
"qui complète le vôtre. D’autres, ou les mêmes, reçoivent votre nom. "
"Seulement des personnes qui ont dit oui aussi, et jamais croisées au café."

#: templates/events/meeting.html
msgid "Greet newcomers"
msgstr "Accueillir les premières fois"

#: templates/events/meeting.html
msgid ""
"At a café that you come to, you see who is there for the first time; "
"somebody of your trade gets your name, to have one face to look for."
msgstr ""
"À un café où vous venez, vous voyez qui est là pour la première fois ; "
"quelqu’un de votre métier reçoit votre nom, pour avoir un visage à chercher."

#: templates/events/meeting.html
#, python-format
msgid "You said yes on %(day)s."
msgstr "Accord donné le %(day)s."

#: templates/events/meeting.html
msgid "I no longer greet"
msgstr "Ne plus accueillir"

#: templates/events/meeting.html
msgid "Introduce me"
msgstr "Présentez-moi"

#: templates/events/meeting.html
msgid "I greet newcomers"
msgstr "J’accueille"

#: templates/events/month.html templates/organize/offer.html
msgid "Months"
msgstr "Mois"

#: templates/events/month.html
msgid "This month"
msgstr "Ce mois-ci"

#: templates/events/month.html
msgid "As a list"
msgstr "En liste"

#: templates/events/month.html
msgid "No café this month."
msgstr "Pas de café ce mois-ci."

#: templates/events/month.html
#, python-format
msgid "The cafés of %(month)s, by week"
msgstr "Les cafés, semaine par semaine : %(month)s"

#: templates/events/my_calendar.html templates/events/renew_calendar.html
msgid "My calendar"
msgstr "Mon agenda"

#: templates/events/my_calendar.html
msgid ""
"The cafés you come to, in your own calendar: they appear when you say so, "
"and leave it when you free your place."
msgstr ""
"Les cafés où vous venez, dans votre propre agenda : ils y apparaissent dès "
"que vous le dites, et le quittent si vous libérez votre place."

#: templates/events/my_calendar.html
msgid "The address of your calendar"
msgstr "L’adresse de votre agenda"

#: templates/events/my_calendar.html
msgid ""
"Whoever has this address sees where you go: give it to your calendar, and to "
"nobody else."
msgstr ""
"Qui connaît cette adresse voit où vous allez : confiez-la à votre agenda, et "
"à personne d’autre."

#: templates/events/my_calendar.html templates/events/subscribe.html
msgid "What to expect"
msgstr "À quoi s’attendre"

#: templates/events/my_calendar.html
msgid "A café that you wait for a place at says so in its title."
msgstr "Un café où vous attendez une place le dit dans son titre."

#: templates/events/my_calendar.html
msgid ""
"A cancelled café stays, marked as cancelled; one that you do not go to any "
"more leaves."
msgstr ""
"Un café annulé reste, avec la mention « Annulé » ; celui où vous ne venez "
"plus disparaît."

#: templates/events/my_calendar.html
msgid ""
"The invitations that come by mail put the same cafés into your calendar: one "
"of the two ways is enough."
msgstr ""
"Les invitations reçues par mail placent les mêmes cafés dans votre agenda : "
"l’une des deux façons suffit."

#: templates/events/my_calendar.html
msgid "If somebody else has the address"
msgstr "Si quelqu’un d’autre a l’adresse"

#: templates/events/my_calendar.html
msgid ""
"Make a new one: the old address then shows nothing any more, to anybody."
msgstr "Créez-en une nouvelle : l’ancienne ne montrera plus rien, à personne."

#: templates/events/my_calendar.html templates/events/renew_calendar.html
msgid "Make a new address"
msgstr "Créer une nouvelle adresse"

#: templates/events/my_calendar.html
msgid ""
"Your calendars go on with the address they have; the site cannot show it any "
"more. A new one takes its place."
msgstr ""
"Vos agendas continuent avec l’adresse qu’ils ont ; le site ne peut plus "
"l’afficher. Une nouvelle prendra sa place."

#: templates/events/my_calendar.html
msgid ""
"Your calendar gets an address that nobody can guess. You can renew it "
"whenever you like."
msgstr ""
"Votre agenda reçoit une adresse que personne ne peut deviner. Vous pouvez la "
"renouveler quand vous voulez."

#: templates/events/my_calendar.html
msgid "Make my calendar’s address"
msgstr "Créer l’adresse de mon agenda"

#: templates/events/my_calendar.html
#, python-format
msgid ""
"All cafés, whether you come or not, are in <a href=\"%(subscribe)s\">the "
"public calendar</a>."
msgstr ""
"Tous les cafés, que vous y veniez ou non, sont dans <a "
"href=\"%(subscribe)s\">le calendrier public</a>."

#: templates/events/past_list.html
msgid "No past café matches."
msgstr "Aucun café passé ne correspond."

#: templates/events/past_list.html
msgid "No café yet: the first one is still to come."
msgstr "Pas encore de café : le premier reste à venir."

#: templates/events/people.html
msgid "Nobody whom you may see here."
msgstr "Personne que vous puissiez voir ici."

#: templates/events/place.html
msgid "Do you come?"
msgstr "Vous venez toujours ?"

#: templates/events/place.html
msgid "You have a place"
msgstr "Vous avez une place"

#: templates/events/place.html
msgid "A place is free: do you take it?"
msgstr "Une place se libère : vous la prenez ?"

#: templates/events/place.html
#, python-format
msgid "You are number %(position)s on the waitlist"
msgstr "Vous êtes numéro %(position)s sur la liste d’attente"

#: templates/events/place.html
msgid "You are not coming"
msgstr "Vous ne venez pas"

#: templates/events/place.html
#, python-format
msgid "%(places)s place"
msgid_plural "%(places)s places"
msgstr[0] "%(places)s place"
msgstr[1] "%(places)s places"

#: templates/events/place.html
msgid "This place was set aside by your standing RSVP."
msgstr "Cette place vous est gardée parce que vous venez à tous les cafés."

#: templates/events/place.html
msgid "It is offered to everyone waiting and goes to the first who says yes."
msgstr ""
"Elle est proposée à toutes les personnes qui attendent et revient à la "
"première qui dit oui."

#: templates/events/place.html
#, python-format
msgid ""
"%(places)s place is free, not enough for all of you. With fewer people, it "
"is yours at once."
msgid_plural ""
"%(places)s places are free, not enough for all of you. With fewer people, "
"they are yours at once."
msgstr[0] ""
"Il reste %(places)s place, pas assez pour tout votre groupe. À moins "
"nombreux, elle est à vous tout de suite."
msgstr[1] ""
"Il reste %(places)s places, pas assez pour tout votre groupe. À moins "
"nombreux, elles sont à vous tout de suite."

#: templates/events/place.html
msgid "I'm coming after all"
msgstr "Finalement, je viens"

#: templates/events/place.html templates/members/mail.html
#: tests/events/test_emails.py
msgid "Show this code at the door; your name on the list is enough too."
msgstr "Montrez ce code à l’entrée ; votre nom sur la liste suffit aussi."

#: templates/events/place.html templates/host/page.html
msgid "Your evening"
msgstr "Votre soirée"

#: templates/events/place.html
msgid "Every café"
msgstr "À tous les cafés"

#: templates/events/place.html
#, python-format
msgid ""
"You come to every café of “%(series)s”: each new one sets a place aside for "
"you, as far as there are places."
msgstr ""
"Vous venez à tous les cafés de la série « %(series)s » : chaque nouveau café "
"vous garde une place, tant qu’il en reste."

#: templates/events/place.html
msgid "Ask me each time instead"
msgstr "Demandez-moi plutôt à chaque fois"

#: templates/events/place.html
#, python-format
msgid ""
"Do you come to every café of “%(series)s”? Each new one can set a place "
"aside for you; one click frees it."
msgstr ""
"Vous venez à tous les cafés de la série « %(series)s » ? Chaque nouveau café "
"peut vous garder une place ; un clic suffit pour la libérer."

#: templates/events/place.html
msgid "I come to every café"
msgstr "Je viens à tous les cafés"

#: templates/events/renew_calendar.html
msgid ""
"The address that your calendars have now stops at once. Each of them then "
"needs the new one."
msgstr ""
"L’adresse que vos agendas ont aujourd’hui s’arrête aussitôt. Chacun d’eux "
"aura besoin de la nouvelle."

#: templates/events/renew_calendar.html
msgid "Keep the old one"
msgstr "Garder l’ancienne"

#: templates/events/report_comment.html
msgid "Something wrong with this comment?"
msgstr "Un souci avec ce commentaire ?"

#: templates/events/report_comment.html
msgid "The organizers look at it again. Its author does not learn who told."
msgstr ""
"L’équipe d’organisation le relira. La personne qui l’a écrit ne saura pas "
"qui a parlé."

#: templates/events/rsvp_cancel.html
msgid "Leave the waitlist?"
msgstr "Quitter la liste d’attente ?"

#: templates/events/rsvp_cancel.html
msgid "Free my place?"
msgstr "Libérer ma place ?"

#: templates/events/rsvp_cancel.html
msgid "You lose your position in the line."
msgstr "Vous perdez votre rang sur la liste."

#: templates/events/rsvp_cancel.html
msgid ""
"It is free for others then. You can come back as long as there are places."
msgstr ""
"Elle sera libre pour d’autres. Vous pouvez revenir tant qu’il reste des "
"places."

#: templates/events/rsvp_cancel.html
msgid ""
"Your place and those of your guests go to the next in line. You can come "
"back as long as there are places."
msgstr ""
"Votre place et celles des personnes qui vous accompagnent iront à la liste "
"d’attente. Vous pouvez revenir tant qu’il reste des places."

#: templates/events/rsvp_cancel.html
msgid ""
"Your place goes to the next in line. You can come back as long as there are "
"places."
msgstr ""
"Votre place ira à la personne suivante sur la liste. Vous pouvez revenir "
"tant qu’il reste des places."

#: templates/events/rsvp_cancel.html templates/organize/cancel.html
#: templates/organize/discard.html
msgid "Keep it"
msgstr "Ne rien changer"

#: templates/events/rsvp_code.html templates/host/code.html
#: templates/members/prove.html
#, python-format
msgid ""
"We have sent six digits to <strong>%(address)s</strong>. They are good for "
"ten minutes."
msgstr ""
"Six chiffres viennent de partir vers <strong>%(address)s</strong>. Ils sont "
"valables dix minutes."

#: templates/events/rsvp_code.html
msgid "Confirm my place"
msgstr "Confirmer ma place"

#: templates/events/rsvp_code.html
msgid "Correct my address"
msgstr "Corriger mon adresse"

#: templates/events/rsvp_form.html
msgid ""
"The café is full, and begins soon: a place that becomes free is offered to "
"everyone waiting, by mail, and goes to the first who says yes."
msgstr ""
"Le café est complet et commence bientôt : une place qui se libère est "
"proposée par mail à toutes les personnes qui attendent, et revient à la "
"première qui dit oui."

#: templates/events/rsvp_form.html
msgid ""
"The café is full. As soon as a place is free, the next in line gets it, and "
"a mail."
msgstr ""
"Le café est complet. Dès qu’une place se libère, elle va à la personne "
"suivante, prévenue par e-mail."

#: templates/events/rsvp_form.html templates/host/offer.html
msgid "Send me the code"
msgstr "Envoyez-moi le code"

#: templates/events/rsvp_form.html
msgid ""
"Your name is on the list at the door, and the host's reception sees it. Who "
"else sees you is your choice, in your profile."
msgstr ""
"Votre nom est sur la liste à la porte, et l’accueil de l’hôte le voit. Qui "
"d’autre vous voit, c’est votre choix, dans votre profil."

#: templates/events/specialty_detail.html
msgid ""
"This trade has been retired from the inventory: those who had it keep it."
msgstr "Ce métier est retiré de l’inventaire : qui l’avait le garde."

#: templates/events/specialty_detail.html
msgid "No longer follow"
msgstr "Ne plus suivre"

#: templates/events/specialty_detail.html
msgid "Follow this trade"
msgstr "Suivre ce métier"

#: templates/events/specialty_detail.html
msgid "Sign in to follow this trade"
msgstr "Se connecter pour suivre ce métier"

#: templates/events/specialty_detail.html
msgid "Its cafés, for my calendar"
msgstr "Ses cafés, pour mon agenda"

#: templates/events/specialty_detail.html
msgid "You hear by mail when a café is about this trade, or lacks it."
msgstr ""
"Un e-mail vous prévient quand un café parle de ce métier, ou quand il y "
"manque."

#: templates/events/specialty_detail.html
msgid ""
"Whoever follows it hears by mail when a café is about this trade, or lacks "
"it."
msgstr ""
"Qui le suit reçoit un e-mail quand un café parle de ce métier, ou quand il y "
"manque."

#: templates/events/specialty_detail.html templates/events/specialty_list.html
#: templates/organize/trades.html
#, python-format
msgid "%(people)s member"
msgid_plural "%(people)s members"
msgstr[0] "%(people)s membre"
msgstr[1] "%(people)s membres"

#: templates/events/specialty_detail.html
msgid "Its people"
msgstr "Qui l’exerce"

#: templates/events/specialty_detail.html
#, python-format
msgid ""
"… and others: <a href=\"%(directory_url)s?specialty=%(key)s\">those in the "
"directory</a>."
msgstr ""
"… et d’autres encore : <a href=\"%(directory_url)s?specialty=%(key)s\">voyez "
"l’annuaire</a>."

#: templates/events/specialty_detail.html
msgid "None of them shows their profile to everybody."
msgstr "Aucun de ces profils n’est ouvert à tout le monde."

#: templates/events/specialty_detail.html
msgid "Nobody whom you may see yet."
msgstr "Personne que vous puissiez voir pour l’instant."

#: templates/events/specialty_detail.html
msgid "Next cafés with people of this trade"
msgstr "Prochains cafés où croiser ce métier"

#: templates/events/specialty_detail.html
msgid "None yet: you may be the first."
msgstr "Aucun pour l’instant : à vous d’ouvrir le bal."

#: templates/events/specialty_list.html
msgid ""
"All of them look after a community on a platform, and each needs other "
"skills. Many people found the word for their own work here."
msgstr ""
"Tous prennent soin d’une communauté, sur une plateforme, et chacun demande "
"d’autres savoir-faire. Plus d’une personne a trouvé ici le mot qui dit son "
"métier."

#: templates/events/specialty_list.html
msgid "Which one is mine?"
msgstr "Lequel est le mien ?"

#: templates/events/specialty_list.html
msgid "at the next café"
msgstr "au prochain café"

#: templates/events/subscribe.html
msgid ""
"Have every café in your own calendar: Google, Apple, Outlook, Thunderbird, "
"Android, or a feed reader."
msgstr ""
"Tous les cafés dans votre agenda : Google, Apple, Outlook, Thunderbird, "
"Android, ou un lecteur de flux."

#: templates/events/subscribe.html
#, python-format
msgid "Subscribe to %(name)s"
msgstr "S’abonner : %(name)s"

#: templates/events/subscribe.html
msgid ""
"Add the café to your calendar once. New dates, venues and cancellations then "
"arrive by themselves."
msgstr ""
"Ajoutez le café une fois à votre agenda. Nouvelles dates, lieux et "
"annulations y arrivent ensuite tout seuls."

#: templates/events/subscribe.html
msgid "Which cafés"
msgstr "Quels cafés"

#: templates/events/subscribe.html
msgid "The calendar's address"
msgstr "L’adresse du calendrier"

#: templates/events/subscribe.html
msgid "Any calendar that can subscribe to an address takes this one."
msgstr "Tout agenda capable de s’abonner à une adresse accepte celle-ci."

#: templates/events/subscribe.html
#, python-format
msgid ""
"Only those that you come to? <a href=\"%(my_calendar)s\">Your own calendar</"
"a> has them."
msgstr ""
"Seulement ceux où vous venez ? Ils sont dans <a "
"href=\"%(my_calendar)s\">votre propre agenda</a>."

#: templates/events/subscribe.html
msgid "Feed readers"
msgstr "Lecteurs de flux"

#: templates/events/subscribe.html
msgid "One entry for each café that is announced, as an Atom feed."
msgstr "Un billet pour chaque café annoncé, dans un flux Atom."

#: templates/events/subscribe.html
msgid "The feed's address"
msgstr "L’adresse du flux"

#: templates/events/subscribe.html
msgid ""
"A café whose venue is not known yet says so in its title; the address "
"follows by itself."
msgstr ""
"Un café dont le lieu n’est pas encore connu le dit dans son titre ; "
"l’adresse suit toute seule."

#: templates/events/subscribe.html
msgid "A cancelled café stays in the calendar, marked as cancelled."
msgstr "Un café annulé reste dans le calendrier, avec la mention « Annulé »."

#: templates/events/subscribe.html
msgid "No account is needed, and the calendar names nobody."
msgstr "Pas besoin de compte, et le calendrier ne nomme personne."

#: templates/events/subscribe.html
msgid "You have a site of your own?"
msgstr "Vous avez votre propre site ?"

#: templates/events/subscribe.html
msgid "Show the coming cafés there."
msgstr "Affichez-y les prochains cafés."

#: templates/events/subscribe.html
msgid "Only one evening interests you? Its page has a file for your calendar."
msgstr ""
"Une seule soirée vous intéresse ? Sa page propose un fichier pour votre "
"agenda."

#: templates/events/suggest.html templates/members/me.html
msgid "Suggest a trade"
msgstr "Proposer un métier"

#: templates/events/suggest.html
msgid ""
"The inventory lacks the word for your work? Say it in yours. The organizers "
"see the words, not your name."
msgstr ""
"Il manque à l’inventaire le mot pour ce que vous faites ? Dites-le avec les "
"vôtres. L’équipe d’organisation voit les mots, pas votre nom."

#: templates/events/suggest.html
msgid "Suggest it"
msgstr "Proposer"

#: templates/events/suggest.html
msgid "My suggestions"
msgstr "Mes propositions"

#: templates/events/suggest.html templates/organize/trades.html
#, python-format
msgid "“%(words)s”"
msgstr "« %(words)s »"

#: templates/events/which.html templates/members/me.html
msgid "Which trade is mine?"
msgstr "Quel est mon métier ?"

#: templates/events/which.html
msgid ""
"A few questions on your community, its platform and your days: they end in "
"the word for your work."
msgstr ""
"Quelques questions sur votre communauté, sa plateforme et vos journées, pour "
"trouver le mot qui dit votre métier."

#: templates/events/which.html
msgid "From what you say, your work could be called:"
msgstr "D’après ce que vous dites, votre métier pourrait s’appeler :"

#: templates/events/which.html
msgid "Because you say:"
msgstr "Parce que vous dites :"

#: templates/events/which.html
#, python-format
msgid "“%(reason)s”"
msgstr "« %(reason)s »"

#: templates/events/which.html
msgid "They do it:"
msgstr "On l’exerce ici :"

#: templates/events/which.html
msgid "Put it into my profile"
msgstr "L’ajouter à mon profil"

#: templates/events/which.html
msgid "None of these: suggest my word"
msgstr "Rien de tout cela : proposer mon mot"

#: templates/events/which.html
msgid "None of these? Members can suggest a word of their own."
msgstr "Rien de tout cela ? Les membres peuvent proposer leur propre mot."

#: templates/events/which.html
msgid "One answer at least: any of them will do."
msgstr "Une réponse au moins : n’importe laquelle suffit."

#: templates/events/which.html
msgid ""
"Many people found the word for their work here. Three questions, no account, "
"and nothing is kept."
msgstr ""
"Bien des gens ont trouvé ici le mot pour leur métier. Trois questions, sans "
"compte, et rien n’est gardé."

#: templates/events/which.html
msgid "Your answers"
msgstr "Vos réponses"

#: templates/events/which.html
msgid "Find my trade"
msgstr "Trouver mon métier"

#: templates/events/which.html
msgid "Start over"
msgstr "Recommencer"

#: templates/host/_lines.html
msgid "Here"
msgstr "Présence"

#: templates/host/_lines.html templates/organize/door.html
#: templates/organize/people.html
msgid "Nobody has a place yet."
msgstr "Personne n’a encore de place."

#: templates/host/code.html
msgid "Send my offer"
msgstr "Envoyer ma proposition"

#: templates/host/code.html
msgid "Begin again"
msgstr "Recommencer"

#: templates/host/list.html
msgid "Reception list"
msgstr "Liste pour l’accueil"

#: templates/host/list.html templates/organize/print.html
#, python-format
msgid "%(people)s person."
msgid_plural "%(people)s people."
msgstr[0] "%(people)s personne."
msgstr[1] "%(people)s personnes."

#: templates/host/list.html templates/organize/print.html
#, python-format
msgid "As of %(moment)s."
msgstr "État au %(moment)s."

#: templates/host/list.html templates/host/page.html
msgid "As a file"
msgstr "En fichier"

#: templates/host/list.html templates/organize/print.html
msgid "By first name"
msgstr "Par prénom"

#: templates/host/list.html templates/organize/print.html
msgid "By last name"
msgstr "Par nom"

#: templates/host/list.html templates/organize/print.html
msgid "By organisation"
msgstr "Par organisation"

#: templates/host/list.html
msgid "For your reception, for this evening: please throw it away afterwards."
msgstr "Pour votre accueil, pour cette soirée : merci de la jeter ensuite."

#: templates/host/no_longer.html
msgid "This link is no longer good"
msgstr "Ce lien n’est plus valable"

#: templates/host/no_longer.html
msgid ""
"The page of a host closes two days after the evening, and its link may have "
"been changed meanwhile."
msgstr ""
"La page d’accueil d’un café se ferme deux jours après la soirée, et son lien "
"a pu changer entre-temps."

#: templates/host/no_longer.html
msgid ""
"Ask the organizers for the new link: they send it with one click. Please "
"look too whether the link was copied whole."
msgstr ""
"Demandez le nouveau lien à l’équipe d’organisation : il part en un clic. "
"Vérifiez aussi que le lien a été copié en entier."

#: templates/host/offer.html
#, python-format
msgid ""
"Your place can welcome %(community)s for an evening: five minutes, no "
"account."
msgstr ""
"Votre lieu peut recevoir le %(community)s un soir : cinq minutes, sans "
"compte."

#: templates/host/offer.html
msgid ""
"Every café meets in another place. Yours, perhaps: a room, chairs, and "
"somebody who opens the door."
msgstr ""
"Chaque café se tient dans un autre lieu. Le vôtre, peut-être : une salle, "
"des chaises, et quelqu’un pour ouvrir la porte."

#: templates/host/offer.html
msgid ""
"Five minutes, no account. The organizers read your offer and write to you; "
"nothing is published without you."
msgstr ""
"Cinq minutes, sans compte. L’organisation lit votre proposition et vous "
"écrit ; rien n’est publié sans vous."

#: templates/host/offer.html
msgid ""
"A six-digit code comes by mail: your offer goes to the organizers once you "
"have typed it. Only they read it."
msgstr ""
"Un code à six chiffres arrive par e-mail : votre proposition part une fois "
"qu’il est tapé. Seule l’organisation la lit."

#: templates/host/page.html
#, python-format
msgid "For those who welcome us at %(venue)s"
msgstr "Pour qui nous accueille à %(venue)s"

#: templates/host/page.html
#, python-format
msgid "of %(capacity)s places are taken"
msgstr "sur %(capacity)s places"

#: templates/host/page.html
msgid "The list for your reception"
msgstr "La liste pour votre accueil"

#: templates/host/page.html
msgid "When somebody joins or leaves, you get a mail that says who."
msgstr "Si quelqu’un s’ajoute ou se retire, un e-mail vous dit qui."

#: templates/host/page.html
#, python-format
msgid "The names are here from %(day)s, %(time)s on."
msgstr "Les noms sont ici à partir du %(day)s, %(time)s."

#: templates/host/page.html
msgid "You get a mail then, and another one when somebody joins or leaves."
msgstr ""
"Un e-mail vous prévient alors, puis un autre si quelqu’un s’ajoute ou se "
"retire."

#: templates/host/page.html
msgid "What we promised"
msgstr "Ce que nous avons promis"

#: templates/host/page.html
msgid "Whom to call:"
msgstr "Qui appeler :"

#: templates/host/page.html
msgid "Who comes to you"
msgstr "Qui vient chez vous"

#: templates/host/page.html
msgid "To pass on inside your house"
msgstr "À faire circuler chez vous"

#: templates/host/page.html
msgid "A poster to print"
msgstr "Une affiche à imprimer"

#: templates/host/page.html
msgid "A text for your colleagues"
msgstr "Un texte pour vos collègues"

#: templates/host/page.html
#, python-format
msgid ""
"On %(day)s at %(start)s, %(series)s comes to us, at %(venue)s: an evening "
"among people who look after communities, of very different trades. Come by, "
"colleagues are welcome; a place is reserved here:"
msgstr ""
"Le %(day)s à %(start)s, %(series)s vient chez nous, à %(venue)s : une soirée "
"entre personnes qui s’occupent de communautés, de métiers très différents. "
"Passez, les collègues sont les bienvenus ; une place se réserve ici :"

#: templates/host/page.html
msgid "Text copied."
msgstr "Texte copié."

#: templates/host/page.html
msgid "Copy the text"
msgstr "Copier le texte"

#: templates/host/page.html
msgid "The café's public page"
msgstr "La page publique du café"

#: templates/host/page.html
#, python-format
msgid ""
"Whoever has this link sees this page: pass it on only to those who need it. "
"It ends on %(day)s."
msgstr ""
"Qui a ce lien voit cette page : ne le transmettez qu’aux personnes qui en "
"ont besoin. Il s’éteint le %(day)s."

#: templates/host/poster.html
msgid "Poster"
msgstr "Affiche"

#: templates/host/poster.html
msgid "Print this page: one sheet of A4."
msgstr "Imprimez cette page : une feuille A4."

#: templates/host/poster.html
msgid "Say that you come:"
msgstr "Dites que vous venez :"

#: templates/host/thanks.html
msgid "Thank you for your offer"
msgstr "Merci pour votre proposition"

#: templates/host/thanks.html
msgid "It is with the organizers now. They read it, and write to you."
msgstr "Elle est entre les mains de l’organisation, qui la lit et vous écrit."

#: templates/host/thanks.html
msgid "Somebody comes by to see the place, if it suits you."
msgstr "Quelqu’un passe voir le lieu, si cela vous convient."

#: templates/host/thanks.html
msgid "You agree on an evening; the café is announced."
msgstr "Vous convenez d’une soirée ; le café est annoncé."

#: templates/host/thanks.html
msgid ""
"You get a page of your own: how many people come, a poster, and the list of "
"names for your reception."
msgstr ""
"Vous recevez une page à vous : combien de personnes viennent, une affiche, "
"et la liste des noms pour votre accueil."

#: templates/host/thanks.html
msgid "See the next café"
msgstr "Voir le prochain café"

#: templates/members/_onlookers.html
msgid "My profile as it is seen by"
msgstr "Mon profil, vu par"

#: templates/members/_onlookers.html
msgid "myself"
msgstr "moi-même"

#: templates/members/blocked.html templates/members/me.html
#: templates/members/trouble.html
msgid "People I have blocked"
msgstr "Les personnes que j’ai bloquées"

#: templates/members/blocked.html
msgid "Let them write again"
msgstr "Laisser écrire de nouveau"

#: templates/members/blocked.html
msgid "Nobody. May it stay so."
msgstr "Personne. Pourvu que cela dure."

#: templates/members/data.html templates/members/erase.html
#: templates/members/me.html
msgid "My data"
msgstr "Mes données"

#: templates/members/data.html
msgid "What you have told the café is yours: take it along, or take it back."
msgstr ""
"Ce que vous avez confié au café est à vous : emportez-le, ou reprenez-le."

#: templates/members/data.html
msgid "Take everything along"
msgstr "Tout emporter"

#: templates/members/data.html
msgid ""
"One archive: your profile and photo, your places, the mails you were sent, "
"what you follow, and your cafés as calendar files."
msgstr ""
"Une archive : votre profil et votre photo, vos places, les mails envoyés, ce "
"que vous suivez, et vos cafés en fichiers de calendrier."

#: templates/members/data.html
msgid "Download the archive"
msgstr "Télécharger l’archive"

#: templates/members/data.html
msgid "What I said yes to"
msgstr "Ce à quoi j’ai dit oui"

#: templates/members/data.html templates/organize/mail.html
#, python-format
msgid "since %(day)s"
msgstr "depuis le %(day)s"

#: templates/members/data.html
msgid "Change my mind"
msgstr "Changer d’avis"

#: templates/members/data.html
msgid "Nothing that needs a yes of its own."
msgstr "Rien qui demande un oui à part."

#: templates/members/data.html
msgid "Leave for good"
msgstr "Partir pour de bon"

#: templates/members/data.html
msgid ""
"Everything about you is erased at once. Places you still have go to the line."
msgstr ""
"Tout ce qui vous concerne est effacé d’un coup. Les places qu’il vous reste "
"vont à la file d’attente."

#: templates/members/data.html templates/members/erase.html
msgid "Erase my account"
msgstr "Effacer mon compte"

#: templates/members/directory.html
msgid "The people of the café who chose to be found here."
msgstr "Les gens du café qui ont choisi qu’on les trouve ici."

#: templates/members/directory.html
#, python-format
msgid "%(people)s person"
msgid_plural "%(people)s people"
msgstr[0] "%(people)s personne"
msgstr[1] "%(people)s personnes"

#: templates/members/directory.html
msgid "There may be more: say more of whom you look for."
msgstr ""
"Il y en a peut-être d’autres : dites-en plus sur la personne que vous "
"cherchez."

#: templates/members/directory.html templates/organize/people.html
msgid "Show everybody"
msgstr "Montrer tout le monde"

#: templates/members/directory.html
#, python-format
msgid "Can help with: %(items)s"
msgstr "Peut aider sur : %(items)s"

#: templates/members/directory.html
msgid "Nobody whom you may see matches."
msgstr "Personne, parmi les gens que vous pouvez voir, ne correspond."

#: templates/members/directory.html
msgid "Nobody is listed yet."
msgstr "Personne n’y figure encore."

#: templates/members/directory.html
#, python-format
msgid ""
"Many show themselves to members only: <a href=\"%(login_url)s?"
"next=%(here)s\">sign in</a> to see more."
msgstr ""
"Beaucoup ne se montrent qu’aux membres : <a href=\"%(login_url)s?"
"next=%(here)s\">connectez-vous</a> pour en voir plus."

#: templates/members/directory.html
#, python-format
msgid ""
"You are not listed. <a href=\"%(edit_url)s\">Your profile</a> is where you "
"choose to be."
msgstr ""
"Vous n’y figurez pas. Cela se choisit dans <a href=\"%(edit_url)s\">votre "
"profil</a>."

#: templates/members/edit_profile.html
msgid ""
"Two minutes, so that the right people find you. Your name is all that is "
"needed."
msgstr ""
"Deux minutes, pour que les bonnes personnes vous trouvent. Seul votre nom "
"est nécessaire."

#: templates/members/edit_profile.html
msgid "Drag the circle onto your face."
msgstr "Faites glisser le cercle sur votre visage."

#: templates/members/edit_profile.html
msgid "More about what I do"
msgstr "En dire plus sur ce que je fais"

#: templates/members/edit_profile.html
msgid "Who sees it"
msgstr "Qui voit tout cela"

#: templates/members/edit_profile.html
msgid "Photo, organisation and links, each by itself"
msgstr "Photo, organisation et liens, chacun à part"

#: templates/members/edit_profile.html
msgid "Save my profile"
msgstr "Enregistrer mon profil"

#: templates/members/edit_profile.html templates/members/me.html
msgid "See my profile as others do"
msgstr "Voir mon profil comme les autres le voient"

#: templates/members/erase.html
msgid "Before you can leave:"
msgstr "Avant de pouvoir partir :"

#: templates/members/erase.html
msgid "This cannot be undone."
msgstr "Ce geste est sans retour."

#: templates/members/erase.html
msgid ""
"Your profile, your photo and its files, the trades you follow and the mails "
"we wrote to you are erased now."
msgstr ""
"Votre profil, votre photo et ses fichiers, les métiers que vous suivez et "
"les mails que nous vous avons écrits sont effacés tout de suite."

#: templates/members/erase.html
msgid "Places at coming cafés go to the next in line."
msgstr "Vos places aux prochains cafés vont à la file d’attente."

#: templates/members/erase.html
msgid "Of the cafés you came to, only the number of people stays."
msgstr "De vos venues au café, il ne reste que le nombre de personnes."

#: templates/members/erase.html
msgid "You are signed out everywhere, and your calendar link stops."
msgstr "Toutes vos sessions se ferment, et votre lien de calendrier s’arrête."

#: templates/members/erase.html
msgid "Backups made before forget you when they are replaced."
msgstr ""
"Les sauvegardes faites auparavant vous oublient quand elles sont remplacées."

#: templates/members/erase.html
msgid "Take everything along first"
msgstr "Tout emporter d’abord"

#: templates/members/erase.html
msgid "Erase everything now"
msgstr "Tout effacer maintenant"

#: templates/members/erase.html
msgid "Keep my account"
msgstr "Garder mon compte"

#: templates/members/mail.html templates/members/mail.txt
msgid "A word from the organizers"
msgstr "Un mot de l’équipe d’organisation"

#: templates/members/mail.html
msgid "QR code for the door"
msgstr "QR code pour l’entrée"

#: templates/members/mail.html templates/members/mail.txt
#, python-format
msgid "This mail belongs to “%(topic)s”."
msgstr "Cet e-mail fait partie de « %(topic)s »."

#: templates/members/mail.html templates/members/mail.txt
#: templates/members/stop_mails.html
msgid "No more of these"
msgstr "Ne plus les recevoir"

#: templates/members/mail.html templates/members/mail.txt
msgid "All my mails"
msgstr "Tous mes e-mails"

#: templates/members/mail.txt
#, python-format
msgid "%(label)s: %(value)s"
msgstr "%(label)s : %(value)s"

#: templates/members/mails.html
msgid "My mails"
msgstr "Mes e-mails"

#: templates/members/mails.html
msgid ""
"What is about your own places (confirmed, moved, cancelled, the reminder) "
"and your sign-in codes always comes. The rest is yours to choose."
msgstr ""
"Ce qui concerne vos propres places (confirmée, déplacée, annulée, le rappel) "
"et vos codes de connexion arrive toujours. Pour le reste, c’est vous qui "
"choisissez."

#: templates/members/mails.html
msgid "Keep my choice"
msgstr "Enregistrer mon choix"

#: templates/members/me.html
msgid "I come to"
msgstr "Mes cafés"

#: templates/members/me.html
#, python-format
msgid "Nothing yet. <a href=\"%(list_url)s\">See the next cafés</a>."
msgstr ""
"Rien pour l’instant. <a href=\"%(list_url)s\">Voyez les prochains cafés</a>."

#: templates/members/me.html
msgid "What others see"
msgstr "Ce que les autres voient"

#: templates/members/me.html
msgid "What I do, my photo, and who sees what"
msgstr "Ce que je fais, ma photo, et qui voit quoi"

#: templates/members/me.html
msgid "Be introduced, greet newcomers"
msgstr "Faire des rencontres, accueillir les premières fois"

#: templates/members/me.html
msgid "Where the inventory lacks the word"
msgstr "Quand le mot manque à l’inventaire"

#: templates/members/me.html
msgid "You are in it"
msgstr "Vous y figurez"

#: templates/members/me.html
msgid "You are not in it"
msgstr "Vous n’y figurez pas"

#: templates/members/me.html
msgid "What I get"
msgstr "Ce que je reçois"

#: templates/members/me.html
msgid "Choose which mails I get"
msgstr "Choisir les e-mails que je reçois"

#: templates/members/me.html
msgid "My cafés in my own calendar"
msgstr "Mes cafés dans mon propre agenda"

#: templates/members/me.html
msgid "How I sign in"
msgstr "Comment je me connecte"

#: templates/members/me.html templates/mfa/index.html
msgid "Passkeys and second factor"
msgstr "Clés d’accès et double vérification"

#: templates/members/me.html templates/usersessions/usersession_list.html
msgid "Where I am signed in"
msgstr "Mes connexions ouvertes"

#: templates/members/me.html
msgid "Take it along, or take leave"
msgstr "Les emporter, ou partir"

#: templates/members/profile.html
msgid "Specialties"
msgstr "Métiers"

#: templates/members/profile.html
msgid "Is looking for"
msgstr "Cherche"

#: templates/members/profile.html
msgid "The community"
msgstr "La communauté"

#: templates/members/profile.html
msgid "The platform"
msgstr "La plateforme"

#: templates/members/profile.html
msgid "In the trade for"
msgstr "Dans le métier depuis"

#: templates/members/profile.html
msgid "Tools"
msgstr "Outils"

#: templates/members/profile.html
msgid "Speaks"
msgstr "Parle"

#: templates/members/profile.html
msgid "Elsewhere"
msgstr "Ailleurs"

#: templates/members/profile.html templates/members/write.html
#, python-format
msgid "Write to %(name)s"
msgstr "Écrire à %(name)s"

#: templates/members/profile.html
msgid "Here they find a button to write to you, and a link to block or report."
msgstr ""
"Ici se trouvent pour ces personnes un bouton pour vous écrire, et un lien "
"pour bloquer ou signaler."

#: templates/members/profile.html
msgid "Here they find a link to block or report."
msgstr "Ici se trouve pour ces personnes un lien pour bloquer ou signaler."

#: templates/members/profile.html
msgid "Block or report"
msgstr "Bloquer ou signaler"

#: templates/members/profile.html
msgid "Edit my profile"
msgstr "Modifier mon profil"

#: templates/members/profile.html
msgid "They find no such page: your profile is not shown to them."
msgstr ""
"Ces personnes ne trouvent aucune page ici : votre profil ne leur est pas "
"montré."

#: templates/members/profile.html
msgid "Choose who sees it"
msgstr "Choisir qui le voit"

#: templates/members/prove.html
msgid "Go on"
msgstr "Continuer"

#: templates/members/sign_in_link.html
#, python-format
msgid "This link signs you in as %(name)s, once."
msgstr "Ce lien vous connecte sous le nom de %(name)s, une seule fois."

#: templates/members/sign_in_link.html
msgid ""
"This link is no longer good: it works once, for ten minutes. Ask whoever "
"sent it to you for another."
msgstr ""
"Ce lien n’est plus valable : il sert une seule fois, pendant dix minutes. "
"Demandez-en un autre à qui vous l’a envoyé."

#: templates/members/sign_in_link.html
msgid "Or sign in with a code by mail"
msgstr "Ou se connecter avec un code par e-mail"

#: templates/members/stop_mails.html
msgid "No more of these mails"
msgstr "Ne plus recevoir ces e-mails"

#: templates/members/stop_mails.html
msgid "No more of these mails?"
msgstr "Ne plus recevoir ces e-mails ?"

#: templates/members/stop_mails.html
msgid "What is about your own place at a café still comes."
msgstr "Ce qui concerne votre propre place à un café arrive toujours."

#: templates/members/stop_mails.html
msgid "They no longer come."
msgstr "Ces e-mails n’arrivent plus."

#: templates/members/stop_mails.html
msgid ""
"You get no more mails of this kind. What is about your own place at a café "
"still comes."
msgstr ""
"Vous ne recevrez plus d’e-mails de ce genre. Ce qui concerne votre propre "
"place à un café arrive toujours."

#: templates/members/stop_mails.html
msgid "Change your mind, or choose among all mails"
msgstr "Changer d’avis, ou choisir parmi tous les e-mails"

#: templates/members/trouble.html
#, python-format
msgid "Something wrong with %(name)s?"
msgstr "Un souci avec %(name)s ?"

#: templates/members/trouble.html
msgid "Be left in peace"
msgstr "Avoir la paix"

#: templates/members/trouble.html
#, python-format
msgid "You hear nothing from %(name)s."
msgstr "Vous ne recevez rien de %(name)s."

#: templates/members/trouble.html
#, python-format
msgid "No letter from %(name)s reaches you any more. They do not learn of it."
msgstr "Plus aucune lettre de %(name)s ne vous parvient. Cela ne se sait pas."

#: templates/members/trouble.html
#, python-format
msgid "Block %(name)s"
msgstr "Bloquer %(name)s"

#: templates/members/trouble.html
msgid "Tell those who keep the site"
msgstr "Prévenir l’équipe qui tient le site"

#: templates/members/trouble.html
msgid "The last letter they sent you goes along. They do not learn who told."
msgstr ""
"La dernière lettre reçue de cette personne est jointe. Elle ne saura pas qui "
"a parlé."

#: templates/members/write.html
#, python-format
msgid ""
"%(name)s gets your words by mail, with your name, and can answer you through "
"the site."
msgstr ""
"%(name)s reçoit vos mots par mail, avec votre nom, et peut vous répondre par "
"le site."

#: templates/members/write.html
msgid "Send my letter"
msgstr "Envoyer ma lettre"

#: templates/mfa/index.html
msgid ""
"A code by mail always lets you in. What follows is quicker, or asks for more."
msgstr ""
"Un code par e-mail vous ouvre toujours la porte. Ce qui suit va plus vite, "
"ou la ferme mieux."

#: templates/mfa/index.html
msgid "Passkeys"
msgstr "Clés d’accès"

#: templates/mfa/index.html
msgid ""
"Sign in with your finger, your face or the code of your device, without "
"waiting for a mail."
msgstr ""
"Connectez-vous avec votre doigt, votre visage ou le code de votre appareil, "
"sans attendre d’e-mail."

#: templates/mfa/index.html
#, python-format
msgid "You have one passkey."
msgid_plural "You have %(number)s passkeys."
msgstr[0] "Vous avez une clé d’accès."
msgstr[1] "Vous avez %(number)s clés d’accès."

#: templates/mfa/index.html
msgid "See my passkeys"
msgstr "Voir mes clés d’accès"

#: templates/mfa/index.html templates/mfa/webauthn/add_form.html
#: templates/mfa/webauthn/authenticator_list.html
msgid "Add a passkey"
msgstr "Ajouter une clé d’accès"

#: templates/mfa/index.html
msgid "Authenticator app"
msgstr "Application d’authentification"

#: templates/mfa/index.html
msgid "It is on: after the code by mail, you are asked for the one of the app."
msgstr ""
"Elle est active : après le code reçu par e-mail, on vous demande celui de "
"l’application."

#: templates/mfa/index.html
msgid "Turn it off"
msgstr "Désactiver"

#: templates/mfa/index.html
msgid ""
"A second code, made by an app on your phone, asked for each time you sign "
"in. For those who organize, a good idea."
msgstr ""
"Un second code, fourni par une application de votre téléphone et demandé à "
"chaque connexion. Une bonne idée quand on organise."

#: templates/mfa/index.html
msgid "Set it up"
msgstr "Activer"

#: templates/mfa/index.html
msgid "Recovery codes"
msgstr "Codes de secours"

#: templates/mfa/index.html
msgid ""
"Each of them serves once, in place of the app or of a passkey that you have "
"lost. Keep them on paper."
msgstr ""
"Chacun sert une fois, à la place de l’application ou d’une clé d’accès "
"perdue. Gardez-les sur papier."

#: templates/mfa/index.html
msgid "See them"
msgstr "Voir les codes"

#: templates/mfa/index.html
msgid "Make new ones"
msgstr "En créer de nouveaux"

#: templates/mfa/webauthn/add_form.html
msgid ""
"Your device asks for your finger, your face or its code, and keeps the key."
msgstr ""
"Votre appareil vous demande votre doigt, votre visage ou son code, et garde "
"la clé."

#: templates/mfa/webauthn/add_form.html
msgid "A passkey is made by your browser with JavaScript, which is off here."
msgstr ""
"Une clé d’accès est créée par votre navigateur avec JavaScript, qui est "
"désactivé ici."

#: templates/mfa/webauthn/authenticator_list.html
msgid "My passkeys"
msgstr "Mes clés d’accès"

#: templates/mfa/webauthn/authenticator_list.html
#, python-format
msgid "Added on %(day)s."
msgstr "Ajoutée le %(day)s."

#: templates/mfa/webauthn/authenticator_list.html
#, python-format
msgid "Last used on %(day)s."
msgstr "Utilisée pour la dernière fois le %(day)s."

#: templates/mfa/webauthn/authenticator_list.html
msgid "Rename"
msgstr "Renommer"

#: templates/mfa/webauthn/authenticator_list.html
msgid "None yet."
msgstr "Aucune pour l’instant."

#: templates/organize/_desk_line.html templates/organize/edition.html
#: templates/organize/people.html
msgid "Open the door"
msgstr "Accueillir à l’entrée"

#: templates/organize/_desk_line.html
msgid "done:"
msgstr "fait :"

#: templates/organize/_desk_line.html
msgid "still to come:"
msgstr "à venir :"

#: templates/organize/_desk_line.html templates/organize/reopen.html
msgid "Reopen"
msgstr "Rouvrir"

#: templates/organize/_desk_line.html
msgid "Whose turn is it?"
msgstr "À qui le tour ?"

#: templates/organize/_desk_line.html templates/organize/board.html
msgid "Edit"
msgstr "Modifier"

#: templates/organize/_door_closed.html
msgid "This café is not announced yet: it has no door."
msgstr ""
"Ce café n’est pas encore annoncé : personne à accueillir pour l’instant."

#: templates/organize/_door_closed.html
msgid "This café is cancelled: nobody is checked in."
msgstr "Ce café est annulé : il n’y a personne à accueillir."

#: templates/organize/_door_closed.html
#, python-format
msgid "The door opens on %(day)s at %(time)s: the list will be here then."
msgstr ""
"L’entrée ouvre le %(day)s à %(time)s : la liste sera ici à ce moment-là."

#: templates/organize/_door_closed.html
msgid ""
"This café was too long ago to check anybody in; who came stays on the list."
msgstr ""
"Ce café est trop ancien pour y noter des arrivées ; les présences restent "
"sur la liste."

#: templates/organize/_mail_shown.html templates/organize/write.html
msgid "The mail"
msgstr "L’e-mail"

#: templates/organize/_mail_shown.html templates/organize/write.html
msgid "The mail, as its readers see it"
msgstr "L’e-mail, tel qu’on le lira"

#: templates/organize/_offer_card.html
#, python-format
msgid "up to %(people)s person"
msgid_plural "up to %(people)s people"
msgstr[0] "jusqu’à %(people)s personne"
msgstr[1] "jusqu’à %(people)s personnes"

#: templates/organize/_offer_card.html
msgid "capacity unknown"
msgstr "capacité inconnue"

#: templates/organize/_offer_card.html
msgid "a thank-you is due"
msgstr "un merci est dû"

#: templates/organize/_offer_card.html
msgid "its day has come"
msgstr "son jour est venu"

#: templates/organize/_offer_card.html
#, python-format
msgid "no news since %(day)s"
msgstr "sans nouvelles depuis le %(day)s"

#: templates/organize/_offer_card.html templates/organize/offer.html
msgid "Send the thank-you"
msgstr "Envoyer le merci"

#: templates/organize/_offer_card.html
msgid "Read and change it first"
msgstr "Le relire et le changer d’abord"

#: templates/organize/_offer_card.html templates/organize/offer.html
#: templates/organize/offer_publish.html
msgid "Publish its café"
msgstr "Publier son café"

#: templates/organize/_offer_card.html templates/organize/offer.html
#, python-format
msgid "Publish its café: %(series)s"
msgstr "Publier son café : %(series)s"

#: templates/organize/_party.html templates/organize/_who.html
#, python-format
msgid "with %(names)s"
msgstr "avec %(names)s"

#: templates/organize/_party.html templates/organize/_who.html
#, python-format
msgid "with %(guests)s guest"
msgid_plural "with %(guests)s guests"
msgstr[0] "avec une personne"
msgstr[1] "avec %(guests)s personnes"

#: templates/organize/_party.html templates/organize/_who.html
#: templates/organize/party.html
msgid "here"
msgstr "sur place"

#: templates/organize/_party.html templates/organize/_walk_in.html
msgid "Undo"
msgstr "Annuler"

#: templates/organize/_party.html
#, python-format
msgid "Check in %(places)s"
msgstr "Faire entrer les %(places)s"

#: templates/organize/_party.html templates/organize/door.html
msgid "Check in"
msgstr "Faire entrer"

#: templates/organize/_party.html templates/organize/_walk_in.html
msgid "not sent yet"
msgstr "pas encore envoyé"

#: templates/organize/_party.html
msgid "Another number"
msgstr "Un autre nombre"

#: templates/organize/_party.html
#, python-format
msgid "of %(places)s, %(name)s"
msgstr "sur %(places)s, %(name)s"

#: templates/organize/_proposal.html
msgid "passed over"
msgstr "laisse passer son tour"

#: templates/organize/_proposal.html
msgid "See the offer"
msgstr "Voir la proposition"

#: templates/organize/_proposal.html
msgid "Choose this place"
msgstr "Choisir ce lieu"

#: templates/organize/_proposal.html
msgid "Give the turn back"
msgstr "Lui rendre son tour"

#: templates/organize/_proposal.html templates/organize/pass_over.html
msgid "Pass over this time"
msgstr "Laisser passer son tour"

#: templates/organize/_told.html
#, python-format
msgid "%(people)s person has a place or waits for one, and gets this mail."
msgid_plural ""
"%(people)s people have a place or wait for one, and get this mail."
msgstr[0] ""
"%(people)s personne a une place ou en attend une, et recevra cet e-mail."
msgstr[1] ""
"%(people)s personnes ont une place ou en attendent une, et recevront cet e-"
"mail."

#: templates/organize/_told.html
msgid "Nobody has a place yet: nobody gets a mail."
msgstr "Personne n’a encore de place : aucun e-mail ne partira."

#: templates/organize/_told.html
#, python-format
msgid "%(host)s, of %(venue)s, is told too."
msgstr "On préviendra aussi %(host)s, de %(venue)s."

#: templates/organize/_told.html
#, python-format
msgid "The host, %(venue)s, is told too."
msgstr "On préviendra aussi l’hôte, %(venue)s."

#: templates/organize/_who.html templates/organize/party.html
#: templates/organize/people.html
msgid "silent"
msgstr "sans réponse"

#: templates/organize/_who.html templates/organize/party.html
msgid "standing"
msgstr "à tous les cafés"

#: templates/organize/_who.html
#, python-format
msgid "%(number)s cafés with this one"
msgstr "%(number)s cafés avec celui-ci"

#: templates/organize/_who.html templates/organize/party.html
msgid "newcomer"
msgstr "première fois"

#: templates/organize/_who.html templates/organize/party.html
#, python-format
msgid "%(missed)s no-show"
msgid_plural "%(missed)s no-shows"
msgstr[0] "%(missed)s absence sans prévenir"
msgstr[1] "%(missed)s absences sans prévenir"

#: templates/organize/add.html templates/organize/people.html
msgid "Add somebody"
msgstr "Ajouter quelqu’un"

#: templates/organize/add.html
#, python-format
msgid ""
"All of the café is taken (%(capacity)s place): they can wait for a place to "
"become free."
msgid_plural ""
"All %(capacity)s places are taken: they can wait for one to become free."
msgstr[0] ""
"La seule place (%(capacity)s) est prise : il reste la liste d’attente."
msgstr[1] "Les %(capacity)s places sont prises : il reste la liste d’attente."

#: templates/organize/add.html
#, python-format
msgid "%(left)s place is free."
msgid_plural "%(left)s places are free."
msgstr[0] "%(left)s place est libre."
msgstr[1] "%(left)s places sont libres."

#: templates/organize/add.html
msgid "Give a place"
msgstr "Donner une place"

#: templates/organize/add.html
msgid "Put on the waitlist"
msgstr "Mettre sur la liste d’attente"

#: templates/organize/add.html templates/organize/scan.html
msgid "Back to the list"
msgstr "Retour à la liste"

#: templates/organize/board.html
msgid "What needs you now"
msgstr "Ce qui vous attend"

#: templates/organize/board.html
#, python-format
msgid "%(needing)s café needs something: it is the button under it."
msgid_plural "%(needing)s cafés need something: it is the button under each."
msgstr[0] ""
"Il manque quelque chose à %(needing)s café : c’est le bouton juste dessous."
msgstr[1] ""
"Il manque quelque chose à %(needing)s cafés : ce sont les boutons sous "
"chacun."

#: templates/organize/board.html
msgid "Nothing. Enjoy the quiet."
msgstr "Rien. Profitez du calme."

#: templates/organize/board.html templates/organize/edition.html
msgid "Publish a café"
msgstr "Publier un café"

#: templates/organize/board.html
#, python-format
msgid "Publish a café: %(series)s"
msgstr "Publier un café : %(series)s"

#: templates/organize/board.html
msgid "Copy the last café"
msgstr "Copier le dernier café"

#: templates/organize/board.html
#, python-format
msgid "Copy the last one: %(series)s"
msgstr "Copier le dernier : %(series)s"

#: templates/organize/board.html
msgid ""
"There is no series yet. It is made on the site's administration pages; its "
"cafés are then published here."
msgstr ""
"Il n’y a pas encore de série de cafés. Elle se crée dans l’administration du "
"site ; ses cafés se publient ensuite ici."

#: templates/organize/board.html
msgid "No café is planned. The next one takes a minute."
msgstr "Aucun café en vue. Publier le prochain prend une minute."

#: templates/organize/board.html
#, python-format
msgid "Who could host on %(day)s"
msgstr "Qui pourrait accueillir le %(day)s"

#: templates/organize/board.html
msgid "Who could host next"
msgstr "Qui pourrait accueillir ensuite"

#: templates/organize/board.html
msgid "The whole order, and how it comes about"
msgstr "Tout l’ordre, et comment il se fait"

#: templates/organize/board.html
msgid "The latest"
msgstr "Les derniers"

#: templates/organize/board.html templates/organize/edition.html
#: templates/organize/recap.html templates/organize/recap_photos.html
msgid "The recap"
msgstr "Le compte rendu"

#: templates/organize/board.html
msgid "The rest of the desk"
msgstr "Le reste du bureau"

#: templates/organize/board.html templates/organize/rotation.html
msgid "Whose turn it is"
msgstr "À qui le tour ?"

#: templates/organize/board.html
#, python-format
msgid "Whose turn it is: %(series)s"
msgstr "À qui le tour : %(series)s"

#: templates/organize/board.html templates/organize/life.html
msgid "The life of the café"
msgstr "La vie du café"

#: templates/organize/board.html
#, python-format
msgid "The life of %(series)s"
msgstr "La vie de %(series)s"

#: templates/organize/board.html templates/organize/dates.html
msgid "Dates"
msgstr "Dates"

#: templates/organize/board.html
#, python-format
msgid "Dates: %(series)s"
msgstr "Dates : %(series)s"

#: templates/organize/board.html templates/organize/import.html
#: templates/organize/import_preview.html templates/organize/import_taken.html
msgid "Bring and take"
msgstr "Reprendre et emporter"

#: templates/organize/board.html
#, python-format
msgid "Bring and take: %(series)s"
msgstr "Reprendre et emporter : %(series)s"

#: templates/organize/board.html
msgid "Mails, and whether they arrive"
msgstr "Les messages, et s’ils arrivent"

#: templates/organize/cancel.html
#, python-format
msgid "Cancel %(edition)s"
msgstr "Annuler %(edition)s"

#: templates/organize/cancel.html templates/organize/edition.html
#: templates/organize/postpone.html
msgid "Put this café off"
msgstr "Reporter ce café"

#: templates/organize/cancel.html templates/organize/edition.html
msgid "Cancel this café"
msgstr "Annuler ce café"

#: templates/organize/cancel.html
msgid ""
"Without a new date, the café is cancelled for now: calendars should not show "
"an evening that does not come. Its page says why. Once you have the date, "
"reopen it there: whoever has a place keeps it, is told, and is asked again."
msgstr ""
"Sans nouvelle date, le café est annulé en attendant : un agenda ne doit pas "
"montrer une soirée qui ne vient pas. Sa page dit pourquoi. Une fois la date "
"trouvée, rouvrez-le : chaque place est gardée, et l’on demande à chaque "
"personne si elle vient toujours."

#: templates/organize/cancel.html
msgid ""
"Its page stays, and calendars show it as cancelled. Should it take place "
"after all, reopen it: whoever has a place keeps it, is told, and is asked "
"again."
msgstr ""
"La page du café reste en ligne, et les agendas le montrent annulé. S’il a "
"finalement lieu, rouvrez-le : chaque place est gardée, et l’on demande à "
"chaque personne si elle vient toujours."

#: templates/organize/cancel.html
msgid "For another date, put it off instead."
msgstr "Pour une autre date, reportez-le plutôt."

#: templates/organize/cancel.html
#, python-format
msgid "Cancel the café and tell %(people)s person"
msgid_plural "Cancel the café and tell %(people)s people"
msgstr[0] "Annuler le café et prévenir %(people)s personne"
msgstr[1] "Annuler le café et prévenir %(people)s personnes"

#: templates/organize/cancel.html
msgid "Cancel the café"
msgstr "Annuler le café"

#: templates/organize/cancel.html
msgid "Look at the mail with my reason"
msgstr "Voir l’e-mail avec ma raison"

#: templates/organize/change.html templates/organize/edition.html
#, python-format
msgid "Edit %(edition)s"
msgstr "Modifier %(edition)s"

#: templates/organize/change.html
msgid "Save, and tell people"
msgstr "Enregistrer et prévenir"

#: templates/organize/change.html
msgid "So far"
msgstr "Jusqu’ici"

#: templates/organize/change.html
msgid "From now on"
msgstr "Désormais"

#: templates/organize/change.html
#, python-format
msgid "Save and tell %(people)s person"
msgid_plural "Save and tell %(people)s people"
msgstr[0] "Enregistrer et prévenir %(people)s personne"
msgstr[1] "Enregistrer et prévenir %(people)s personnes"

#: templates/organize/change.html templates/organize/publish.html
#: templates/organize/reminder.html
msgid "Look at the mail with my line"
msgstr "Voir l’e-mail avec mon mot"

#: templates/organize/change.html
msgid "Back to the form"
msgstr "Revenir au formulaire"

#: templates/organize/dates.html
msgid "This would be:"
msgstr "Ce serait :"

#: templates/organize/dates.html
msgid "No rhythm yet"
msgstr "Pas encore de rythme"

#: templates/organize/dates.html
msgid "Nothing is saved yet. Does it suit you? Save it below."
msgstr ""
"Rien n’est encore enregistré. Cela vous convient ? Enregistrez plus bas."

#: templates/organize/dates.html
msgid "August break"
msgstr "pause d’août"

#: templates/organize/dates.html
#, python-format
msgid "moved to %(day)s"
msgstr "déplacé au %(day)s"

#: templates/organize/dates.html
msgid "left out"
msgstr "pas de café"

#: templates/organize/dates.html
msgid "Meet after all"
msgstr "Finalement, si"

#: templates/organize/dates.html
msgid "The clocks change at that hour: announce this one by hand."
msgstr "On change d’heure à ce moment-là : annoncez ce café à la main."

#: templates/organize/dates.html
msgid "Leave out"
msgstr "Sauter cette date"

#: templates/organize/dates.html
msgid "Make the drafts"
msgstr "Préparer les brouillons"

#: templates/organize/dates.html
msgid ""
"A draft is seen by organizers only. Moving or throwing away one never "
"touches another."
msgstr ""
"Un brouillon n’est vu que par l’équipe d’organisation. En déplacer ou en "
"jeter un ne touche jamais aux autres."

#: templates/organize/dates.html
msgid "Say below when the café meets; the next twelve dates then stand here."
msgstr ""
"Dites plus bas quand le café se tient ; les douze prochaines dates "
"s’afficheront ici."

#: templates/organize/dates.html
msgid "When the café meets"
msgstr "Quand le café se tient"

#: templates/organize/dates.html
msgid "Show the dates first"
msgstr "Voir d’abord les dates"

#: templates/organize/discard.html templates/organize/edition.html
msgid "Throw this draft away"
msgstr "Jeter ce brouillon"

#: templates/organize/discard.html
msgid ""
"Nobody has seen it but you and those who organize with you. It cannot be "
"brought back."
msgstr ""
"Personne ne l’a vu, à part vous et l’équipe qui organise avec vous. Il ne "
"pourra pas être récupéré."

#: templates/organize/discard.html
msgid "Throw it away"
msgstr "Jeter le brouillon"

#: templates/organize/door.html templates/organize/scan.html
msgid "At the door"
msgstr "À l’entrée"

#: templates/organize/door.html
#, python-format
msgid "<strong data-room>%(in_the_room)s</strong> in the room"
msgstr "<strong data-room>%(in_the_room)s</strong> dans la salle"

#: templates/organize/door.html
#, python-format
msgid "%(places)s place taken"
msgid_plural "%(places)s places taken"
msgstr[0] "%(places)s place prise"
msgstr[1] "%(places)s places prises"

#: templates/organize/door.html
msgid "Search a name"
msgstr "Chercher un nom"

#: templates/organize/door.html
msgid ""
"Not sent yet: <strong data-unsent-count>0</strong>. Kept on this phone; it "
"leaves by itself as soon as there is a connection."
msgstr ""
"Pas encore envoyé : <strong data-unsent-count>0</strong>. C’est gardé sur ce "
"téléphone et partira tout seul dès que le réseau revient."

#: templates/organize/door.html
msgid "The site does not take what this phone sends; it stays kept here."
msgstr ""
"Le site refuse ce que ce téléphone envoie ; rien n’est perdu, tout reste ici."

#: templates/organize/door.html
msgid "Load the page again"
msgstr "Recharger la page"

#: templates/organize/door.html
msgid "QR codes"
msgstr "QR codes"

#: templates/organize/door.html
msgid "Read QR codes with the camera"
msgstr "Lire les QR codes avec l’appareil photo"

#: templates/organize/door.html
msgid "Stop the camera"
msgstr "Arrêter l’appareil photo"

#: templates/organize/door.html
msgid "Found:"
msgstr "Trouvé :"

#: templates/organize/door.html
msgid "This is not a code of this café."
msgstr "Ce n’est pas un code de ce café."

#: templates/organize/door.html
msgid "The camera does not open. Allow it in the browser, or use the list."
msgstr ""
"L’appareil photo ne s’ouvre pas. Autorisez-le dans le navigateur, ou passez "
"par la liste."

#: templates/organize/door.html
msgid "Add someone without an RSVP"
msgstr "Ajouter quelqu’un sans inscription"

#: templates/organize/door.html
msgid "Nobody of this name has a place or waits. Add them without an RSVP."
msgstr ""
"Personne à ce nom n’a de place ni n’en attend une. Ajoutez cette arrivée "
"sans inscription."

#: templates/organize/door.html templates/organize/people.html
msgid "They have a place"
msgstr "Avec une place"

#: templates/organize/door.html templates/organize/people.html
msgid "They wait"
msgstr "En liste d’attente"

#: templates/organize/door.html
msgid "Whoever you let in has a place."
msgstr "Toute personne que vous faites entrer a une place."

#: templates/organize/door.html templates/organize/people.html
msgid "They freed their place"
msgstr "Ont libéré leur place"

#: templates/organize/door.html
msgid "They came without an RSVP"
msgstr "Sans inscription"

#: templates/organize/edition.html
msgid "Edit the café"
msgstr "Modifier le café"

#: templates/organize/edition.html
#, python-format
msgid ""
"Like %(edition)s, at the next date: venue, hours, capacity, programme and "
"trades are copied. Only the theme is yours to find; nothing is saved yet."
msgstr ""
"Comme %(edition)s, à la prochaine date : lieu, horaires, capacité, programme "
"et métiers sont repris. Il ne reste que le thème à trouver ; rien n’est "
"encore enregistré."

#: templates/organize/edition.html
msgid ""
"This café is cancelled. What you correct here changes its page; nobody gets "
"a mail."
msgstr ""
"Ce café est annulé. Ce que vous corrigez ici change sa page ; aucun e-mail "
"ne part."

#: templates/organize/edition.html templates/organize/reopen.html
msgid "Reopen this café"
msgstr "Rouvrir ce café"

#: templates/organize/edition.html
#, python-format
msgid ""
"%(people)s person has a place or waits for one, and gets a mail about "
"another date, time of beginning or venue. You see it before it leaves."
msgid_plural ""
"%(people)s people have a place or wait for one, and get a mail about another "
"date, time of beginning or venue. You see it before it leaves."
msgstr[0] ""
"%(people)s personne a une place ou en attend une : elle reçoit un e-mail si "
"la date, l’heure de début ou le lieu change. Vous le voyez avant qu’il parte."
msgstr[1] ""
"%(people)s personnes ont une place ou en attendent une : elles reçoivent un "
"e-mail si la date, l’heure de début ou le lieu change. Vous le voyez avant "
"qu’il parte."

#: templates/organize/edition.html
msgid "The new venue"
msgstr "Le nouveau lieu"

#: templates/organize/edition.html
#, python-format
msgid "Take “%(venue)s” from the list"
msgstr "Prendre « %(venue)s » dans la liste"

#: templates/organize/edition.html
#, python-format
msgid "Yes, take %(position)s"
msgstr "Oui, prendre %(position)s"

#: templates/organize/edition.html
msgid "Preview the programme"
msgstr "Voir l’aperçu du programme"

#: templates/organize/edition.html templates/organize/recap.html
msgid "Preview"
msgstr "Aperçu"

#: templates/organize/edition.html
msgid "The programme is empty so far."
msgstr "Le programme est encore vide."

#: templates/organize/edition.html templates/organize/recap.html
msgid "Nothing is saved yet."
msgstr "Rien n’est encore enregistré."

#: templates/organize/edition.html
msgid "Save as a draft"
msgstr "Garder comme brouillon"

#: templates/organize/edition.html
msgid "See its page"
msgstr "Voir sa page"

#: templates/organize/edition.html templates/organize/reminder.html
msgid "The reminders"
msgstr "Les rappels"

#: templates/organize/edition.html
msgid "A preview for the host"
msgstr "Un aperçu pour l’hôte"

#: templates/organize/edition.html templates/organize/host.html
msgid "The host's page"
msgstr "La page de l’hôte"

#: templates/organize/edition.html
#, python-format
msgid "Edit the venue %(venue)s"
msgstr "Modifier le lieu : %(venue)s"

#: templates/organize/edition.html
msgid "Copy this café"
msgstr "Copier ce café"

#: templates/organize/host.html
msgid ""
"The host sees how many come, what you promise, whom to call, a poster, and "
"the list of names for reception; without an account, until two days after "
"the evening."
msgstr ""
"L’hôte y voit combien de personnes viennent, ce que vous promettez, qui "
"appeler, une affiche, et la liste des noms pour l’accueil ; sans compte, "
"jusqu’à deux jours après la soirée."

#: templates/organize/host.html
msgid "The café has no venue yet."
msgstr "Le café n’a pas encore de lieu."

#: templates/organize/host.html
msgid ""
"This link shows the host the café's page as it will be, before it is "
"announced. Nobody can say that they come yet."
msgstr ""
"Ce lien montre à l’hôte la page du café telle qu’elle sera, avant l’annonce. "
"On ne peut pas encore s’y inscrire."

#: templates/organize/host.html
msgid "The link to the preview"
msgstr "Le lien de l’aperçu"

#: templates/organize/host.html
msgid "The host's link"
msgstr "Le lien de l’hôte"

#: templates/organize/host.html
msgid "Send it to the host"
msgstr "L’envoyer à l’hôte"

#: templates/organize/host.html
msgid "Make another link"
msgstr "Changer de lien"

#: templates/organize/host.html
msgid "Withdraw the link"
msgstr "Retirer le lien"

#: templates/organize/host.html
msgid "The link is withdrawn: it opens nothing."
msgstr "Le lien est retiré : il n’ouvre rien."

#: templates/organize/host.html
msgid "The link has ended with the evening."
msgstr "Le lien s’est éteint avec la soirée."

#: templates/organize/host.html
msgid "Make the page"
msgstr "Faire la page"

#: templates/organize/import.html
msgid "Bring a history"
msgstr "Reprendre une histoire"

#: templates/organize/import.html
msgid ""
"Evenings that stand elsewhere come in with one file: a calendar as Meetup, "
"Luma, Mobilizon and Google Calendar export it (.ics), or a table (.csv) with "
"a column “date” and, as you have them, number, title, venue, address, start, "
"end, topics, link, capacity."
msgstr ""
"Les soirées notées ailleurs arrivent en un fichier : un agenda tel que "
"Meetup, Luma, Mobilizon et Google Agenda l’exportent (.ics), ou un tableau (."
"csv) avec une colonne « date » et, selon ce que vous avez, numéro, titre, "
"lieu, adresse, début, fin, sujets, lien, places."

#: templates/organize/import.html
msgid ""
"You see first what would come of it. What the café knows already stays as it "
"is, so the same file may come twice; nobody gets a mail."
msgstr ""
"Vous voyez d’abord ce que cela donnerait. Ce que le café connaît déjà reste "
"tel quel, le même fichier peut donc revenir ; personne ne reçoit de mail."

#: templates/organize/import.html
msgid "Look at it first"
msgstr "Voir d’abord"

#: templates/organize/import.html templates/organize/import_taken.html
msgid "What was brought"
msgstr "Ce qui a été repris"

#: templates/organize/import.html templates/organize/import_preview.html
#: templates/organize/import_taken.html
msgid "Pasted text"
msgstr "Texte collé"

#: templates/organize/import.html
msgid "Take all of it along"
msgstr "Tout emporter"

#: templates/organize/import.html
msgid ""
"One file holds the whole café for another site of this kind: its evenings "
"with programme and recap, its venues with access facts and photos, whose "
"turn it was. People belong to themselves and stay: of who came, numbers "
"travel. Inside are a table and a calendar too, for any other program."
msgstr ""
"Un seul fichier contient tout le café, pour un autre site comme celui-ci : "
"ses soirées, programme et compte rendu, ses lieux, accès et photos, et qui a "
"reçu quand. Les personnes n’appartiennent qu’à elles-mêmes et restent ici : "
"de leur venue, seuls des nombres voyagent. On y trouve aussi un tableau et "
"un agenda, pour tout autre programme."

#: templates/organize/import.html
msgid ""
"With the contacts of the venues and the notes on them: the names and "
"addresses of people"
msgstr ""
"Avec les contacts des lieux et les notes à leur sujet : des noms et des "
"adresses de personnes"

#: templates/organize/import.html
msgid "Take the archive"
msgstr "Prendre l’archive"

#: templates/organize/import_preview.html
msgid "What the file tells"
msgstr "Ce que dit le fichier"

#: templates/organize/import_preview.html
msgid "new evenings"
msgstr "nouvelles soirées"

#: templates/organize/import_preview.html
msgid "known already"
msgstr "déjà là"

#: templates/organize/import_preview.html
msgid "new venues"
msgstr "nouveaux lieux"

#: templates/organize/import_preview.html
msgid "lines not taken"
msgstr "lignes laissées de côté"

#: templates/organize/import_preview.html
#, python-format
msgid "Bring %(new)s evening in"
msgid_plural "Bring %(new)s evenings in"
msgstr[0] "Reprendre %(new)s soirée"
msgstr[1] "Reprendre %(new)s soirées"

#: templates/organize/import_preview.html
msgid "Another file"
msgstr "Un autre fichier"

#: templates/organize/import_preview.html
msgid ""
"Nothing is written yet. They become public at once, nobody gets a mail, and "
"all of it can be taken back."
msgstr ""
"Rien n’est encore enregistré. Elles seront publiques aussitôt, personne ne "
"reçoit de mail, et tout peut être annulé."

#: templates/organize/import_preview.html
#, python-format
msgid "The café has no rhythm yet and gets this one: %(cadence)s."
msgstr "Le café n’a pas encore de rythme et prend celui-ci : %(cadence)s."

#: templates/organize/import_preview.html
msgid "The café knows all of it already."
msgstr "Le café connaît déjà tout cela."

#: templates/organize/import_preview.html
msgid "Lines that are not taken"
msgstr "Les lignes laissées de côté"

#: templates/organize/import_preview.html
msgid ""
"Correct them in the file and bring it again: what is here by then stays as "
"it is."
msgstr ""
"Corrigez-les dans le fichier et rapportez-le : ce qui sera déjà là restera "
"tel quel."

#: templates/organize/import_preview.html
#, python-format
msgid "Line %(line)s"
msgstr "Ligne %(line)s"

#: templates/organize/import_preview.html templates/organize/import_taken.html
msgid "There are more: the first hundred stand here."
msgstr "Il y en a d’autres : voici les cent premières."

#: templates/organize/import_preview.html
msgid "Good to know"
msgstr "Bon à savoir"

#: templates/organize/import_preview.html
msgid "Line by line"
msgstr "Ligne par ligne"

#: templates/organize/import_preview.html
msgid "Line"
msgstr "Ligne"

#: templates/organize/import_preview.html
msgctxt "venue"
msgid "new"
msgstr "nouveau"

#: templates/organize/import_taken.html
msgid "Taken back"
msgstr "Annulé"

#: templates/organize/import_taken.html
#, python-format
msgid "%(made)s evening of this file is in the café."
msgid_plural "%(made)s evenings of this file are in the café."
msgstr[0] "%(made)s soirée de ce fichier est dans le café."
msgstr[1] "%(made)s soirées de ce fichier sont dans le café."

#: templates/organize/import_taken.html
msgid "See the past cafés"
msgstr "Voir les cafés passés"

#: templates/organize/import_taken.html
msgid "No evening of this file is in the café any more."
msgstr "Plus aucune soirée de ce fichier n’est dans le café."

#: templates/organize/import_taken.html
msgid "These stay"
msgstr "Celles-ci restent"

#: templates/organize/import_taken.html
msgid ""
"Something has happened to them since, and taking back leaves them alone."
msgstr "Il s’y est passé quelque chose depuis : l’annulation n’y touche pas."

#: templates/organize/import_taken.html
msgid "people have answered"
msgstr "des gens ont répondu"

#: templates/organize/import_taken.html
msgid "it was changed"
msgstr "modifiée depuis"

#: templates/organize/import_taken.html
msgid ""
"Taking back deletes the evenings that nobody has touched since, and the "
"venues that came with them and that nobody uses."
msgstr ""
"Annuler efface les soirées auxquelles personne n’a touché depuis, et les "
"lieux arrivés avec elles dont rien d’autre ne se sert."

#: templates/organize/import_taken.html
#, python-format
msgid "Take %(untouched)s evening back"
msgid_plural "Take %(untouched)s evenings back"
msgstr[0] "Retirer %(untouched)s soirée"
msgstr[1] "Retirer %(untouched)s soirées"

#: templates/organize/life.html
msgid ""
"Its latest sixty evenings. Only organizers see this, and nobody is named."
msgstr ""
"Ses soixante dernières soirées. Seule l’équipe d’organisation voit cette "
"page, et personne n’y est nommé."

#: templates/organize/life.html
msgid "The figures"
msgstr "Les chiffres"

#: templates/organize/life.html
msgid "As a table (CSV)"
msgstr "En tableau (CSV)"

#: templates/organize/life.html
msgid "Nothing to draw yet."
msgstr "Rien à dessiner pour l’instant."

#: templates/organize/mail.html
msgid "Mails"
msgstr "Messages"

#: templates/organize/mail.html
msgid "The outbox"
msgstr "La boîte d’envoi"

#: templates/organize/mail.html
msgid "Waiting"
msgstr "En attente"

#: templates/organize/mail.html
#, python-format
msgid "%(put_off)s of them has failed so far and is tried again"
msgid_plural "%(put_off)s of them have failed so far and are tried again"
msgstr[0] "%(put_off)s d’entre eux n’a pas pu partir et sera retenté"
msgstr[1] "%(put_off)s d’entre eux n’ont pas pu partir et seront retentés"

#: templates/organize/mail.html
msgid "Sent in thirty days"
msgstr "Envoyés en trente jours"

#: templates/organize/mail.html
msgid "Given up"
msgstr "Abandonnés"

#: templates/organize/mail.html
msgid "Not sent"
msgstr "Non envoyés"

#: templates/organize/mail.html
msgid "What did not arrive"
msgstr "Ce qui n’est pas arrivé"

#: templates/organize/mail.html
msgid ""
"To people of your cafés, in the last thirty days. Nobody’s address is shown."
msgstr ""
"Aux personnes de vos cafés, ces trente derniers jours. Aucune adresse n’est "
"montrée."

#: templates/organize/mail.html
msgid "Try again"
msgstr "Réessayer"

#: templates/organize/mail.html
msgid "Nothing: every mail to people of your cafés has left, or is on its way."
msgstr ""
"Rien : chaque message aux personnes de vos cafés est parti, ou en chemin."

#: templates/organize/mail.html
msgid "Nobody there"
msgstr "Adresses sans personne"

#: templates/organize/mail.html
msgid ""
"A server has said that these people’s addresses do not exist, so nothing "
"more is sent there but the codes they ask for. It ends by itself when they "
"sign in with the address. If you know that the address is right, write to it "
"again."
msgstr ""
"Un serveur a répondu que ces adresses n’existent pas : on n’y envoie plus "
"rien, sauf les codes demandés. Cela prend fin de soi-même à la prochaine "
"connexion avec l’adresse. Si vous savez qu’elle est juste, reprenez l’envoi."

#: templates/organize/mail.html
msgid "Write to them again"
msgstr "Reprendre l’envoi"

#: templates/organize/mail.html
msgid "Whether receivers believe us"
msgstr "Si les messageries nous croient"

#: templates/organize/mail.html
#, python-format
msgid ""
"Mails come from %(sender)s, which is no domain that others could look up. "
"Once MAIL_FROM has an address of a real domain, this page reads what it says "
"of its mails."
msgstr ""
"Les messages partent de %(sender)s, un domaine que personne ne peut "
"consulter. Dès que MAIL_FROM aura une adresse d’un vrai domaine, cette page "
"lira ce qu’il dit de ses messages."

#: templates/organize/mail.html
#, python-format
msgid ""
"Mails come from %(sender)s. Three records of this domain tell receivers that "
"they are ours; whoever looks after the domain can add or mend them."
msgstr ""
"Les messages partent de %(sender)s. Trois enregistrements de ce domaine "
"disent aux messageries qu’ils sont bien de nous ; qui s’occupe du domaine "
"peut les ajouter ou les corriger."

#: templates/organize/mail.html
msgid "in order"
msgstr "en ordre"

#: templates/organize/mail.html
msgid "not known"
msgstr "inconnu"

#: templates/organize/mail.html
msgid "missing"
msgstr "manquant"

#: templates/organize/mail.html
msgid "to be mended"
msgstr "à corriger"

#: templates/organize/merge.html
#, python-format
msgid "%(venue)s: the same place as another?"
msgstr "%(venue)s : le même lieu qu’un autre ?"

#: templates/organize/merge.html
msgid "Make one venue of two"
msgstr "De deux lieux, n’en faire qu’un"

#: templates/organize/merge.html
#, python-format
msgid "“%(gone)s” becomes one with “%(kept)s”."
msgstr "« %(gone)s » ne fait plus qu’un avec « %(kept)s »."

#: templates/organize/merge.html
#, python-format
msgid "%(gone)s and its calendar lead to %(kept)s from now on, for ever."
msgstr "%(gone)s et son agenda mènent désormais à %(kept)s, pour toujours."

#: templates/organize/merge.html
#, python-format
msgid "%(count)s café moves; calendars follow."
msgid_plural "%(count)s cafés move; calendars follow."
msgstr[0] "%(count)s café suit ; les agendas aussi."
msgstr[1] "%(count)s cafés suivent ; les agendas aussi."

#: templates/organize/merge.html
#, python-format
msgid "%(count)s photo comes along."
msgid_plural "%(count)s photos come along."
msgstr[0] "%(count)s photo suit."
msgstr[1] "%(count)s photos suivent."

#: templates/organize/merge.html
msgid ""
"Offers and notes about whose turn it is come along too. Nobody gets a mail."
msgstr ""
"Les propositions d’accueil et les notes sur les tours suivent aussi. Aucun "
"mail ne part."

#: templates/organize/merge.html
msgid "What is added to the record that stays"
msgstr "Ce qui s’ajoute à la fiche qui reste"

#: templates/organize/merge.html
msgid "What is lost"
msgstr "Ce qui se perd"

#: templates/organize/merge.html
msgid "Both say something here; only one can stay. Copy what you need before."
msgstr ""
"Les deux disent ici quelque chose ; un seul peut rester. Copiez avant ce qui "
"doit être gardé."

#: templates/organize/merge.html
msgid "Fact"
msgstr "Information"

#: templates/organize/merge.html
msgid "Stays"
msgstr "Reste"

#: templates/organize/merge.html
msgid "Is lost"
msgstr "Se perd"

#: templates/organize/merge.html
msgid "This cannot be taken back."
msgstr "On ne peut pas revenir en arrière."

#: templates/organize/merge.html
msgid "Make them one"
msgstr "N’en faire qu’un"

#: templates/organize/merge.html
msgid "No, leave them as they are"
msgstr "Non, les laisser tels quels"

#: templates/organize/merge.html templates/organize/venue.html
msgid "The same place as another venue?"
msgstr "Le même lieu qu’un autre ?"

#: templates/organize/merge.html
msgid ""
"Two records of one place become one: its cafés, photos and facts come "
"together, and both addresses go on working. You see what it means before "
"anything is done."
msgstr ""
"Deux fiches du même lieu n’en font plus qu’une : ses cafés, ses photos et "
"ses informations se rejoignent, et les deux adresses continuent de marcher. "
"Vous voyez ce que cela change avant que rien ne soit fait."

#: templates/organize/merge.html
msgid "See what that means"
msgstr "Voir ce que cela change"

#: templates/organize/offer.html
msgid "waits for a word from you"
msgstr "attend un mot de vous"

#: templates/organize/offer.html templates/organize/offer_write.html
msgid "Write to the host"
msgstr "Écrire à l’hôte"

#: templates/organize/offer.html
msgid "What the host says"
msgstr "Ce que dit l’hôte"

#: templates/organize/offer.html
msgid "Address"
msgstr "Adresse"

#: templates/organize/offer.html venues/offer_forms.py
msgid "Floor and way in"
msgstr "Étage et entrée"

#: templates/organize/offer.html venues/offer_forms.py
msgid "Food and drink"
msgstr "À boire et à manger"

#: templates/organize/offer.html
msgid "Reception"
msgstr "Accueil"

#: templates/organize/offer.html
msgid "Days"
msgstr "Jours"

#: templates/organize/offer.html
msgid "Contact"
msgstr "Contact"

#: templates/organize/offer.html
msgid "E-mail"
msgstr "E-mail"

#: templates/organize/offer.html venues/offer_forms.py
msgid "Phone"
msgstr "Téléphone"

#: templates/organize/offer.html templates/venues/_place.html
#, python-format
msgid "%(fact)s: unknown"
msgstr "%(fact)s : à vérifier"

#: templates/organize/offer.html templates/venues/_place.html
#, python-format
msgid "%(fact)s: yes"
msgstr "%(fact)s : oui"

#: templates/organize/offer.html templates/venues/_place.html
#, python-format
msgid "%(fact)s: no"
msgstr "%(fact)s : non"

#: templates/organize/offer.html
msgid "What was done"
msgstr "Ce qui a été fait"

#: templates/organize/offer.html
msgid "Mail:"
msgstr "E-mail :"

#: templates/organize/offer.html
msgid "Read it"
msgstr "Le lire"

#: templates/organize/offer.html
msgid "What comes next"
msgstr "Et ensuite"

#: templates/organize/offer.html
msgid "Another step"
msgstr "Une autre étape"

#: templates/organize/offer_new.html templates/organize/offers.html
msgid "Add a lead"
msgstr "Ajouter une piste"

#: templates/organize/offer_new.html
msgid ""
"Somebody has told you of a place. The name is enough; nobody gets a mail."
msgstr ""
"On vous a parlé d’un lieu. Le nom suffit ; personne ne reçoit d’e-mail."

#: templates/organize/offer_new.html
msgid "Put it on the board"
msgstr "La mettre au tableau"

#: templates/organize/offer_publish.html
#, python-format
msgid "A café at %(place)s"
msgstr "Un café à %(place)s"

#: templates/organize/offer_publish.html
msgid ""
"Everything is filled in from the offer. Whoever has a place already gets a "
"mail that says where."
msgstr ""
"Tout est repris de la proposition. Les personnes qui ont déjà une place "
"reçoivent un e-mail qui dit où."

#: templates/organize/offer_publish.html
msgid "This series has no cadence, and no café that looks for a place."
msgstr "Cette série n’a pas de rythme, et aucun café ne cherche de lieu."

#: templates/organize/offer_publish.html
msgid "Publish a café by hand"
msgstr "Publier un café à la main"

#: templates/organize/offer_write.html
#, python-format
msgid "To %(name)s (%(address)s). This is a beginning: make it yours."
msgstr "À %(name)s (%(address)s). Ce n’est qu’un début : à vous de l’écrire."

#: templates/organize/offer_write.html
msgid "With this mail the host is thanked."
msgstr "Avec cet e-mail, l’hôte est remercié."

#: templates/organize/offer_write.html
msgid "Send"
msgstr "Envoyer"

#: templates/organize/offer_write.html
msgid "See it as it arrives"
msgstr "Le voir tel qu’il arrive"

#: templates/organize/offer_write.html
msgid "As it arrives"
msgstr "Tel qu’il arrive"

#: templates/organize/offer_write.html
msgid "From"
msgstr "De"

#: templates/organize/offer_write.html templates/organize/write.html
msgid "Nothing is sent yet."
msgstr "Rien n’est encore envoyé."

#: templates/organize/offers.html
#, python-format
msgid "%(offers)s offer waits for a word from you."
msgid_plural "%(offers)s offers wait for a word from you."
msgstr[0] "%(offers)s proposition attend un mot de vous."
msgstr[1] "%(offers)s propositions attendent un mot de vous."

#: templates/organize/offers.html
msgid "The form that hosts fill in"
msgstr "Le formulaire que remplissent les hôtes"

#: templates/organize/offers.html
msgid "Nothing here."
msgstr "Rien ici."

#: templates/organize/offers.html
msgid "Thanked and declined"
msgstr "Merci envoyé, ou sans suite"

#: templates/organize/party.html
msgid "Told to the organizers alone; it is forgotten a week after the evening."
msgstr "Confié à l’organisation seule ; oublié une semaine après la soirée."

#: templates/organize/party.html
#, python-format
msgid "number %(position)s on the waitlist"
msgstr "n° %(position)s sur la liste d’attente"

#: templates/organize/party.html
#, python-format
msgid "came to %(number)s before"
msgid_plural "came to %(number)s before"
msgstr[0] "%(number)s avant celui-ci"
msgstr[1] "%(number)s avant celui-ci"

#: templates/organize/party.html
msgid "Their profile"
msgstr "Son profil"

#: templates/organize/party.html
msgid "Move to another evening"
msgstr "Déplacer vers une autre soirée"

#: templates/organize/party.html
msgid "Move"
msgstr "Déplacer"

#: templates/organize/party.html
msgid "Put on the waitlist there"
msgstr "Mettre là-bas sur la liste d’attente"

#: templates/organize/party.html
msgid "Take off the waitlist"
msgstr "Retirer de la liste d’attente"

#: templates/organize/party.html
msgid "Free the place"
msgstr "Libérer la place"

#: templates/organize/party.html
msgid "They are told by mail, with your name."
msgstr "Un message l’en avertit, avec votre nom."

#: templates/organize/party.html
msgid "They are told by mail, with your name; the line moves up."
msgstr ""
"Un message l’en avertit, avec votre nom ; la place va à la liste d’attente."

#: templates/organize/pass_over.html
#, python-format
msgid "Pass over %(venue)s"
msgstr "Laisser passer son tour : %(venue)s"

#: templates/organize/pass_over.html
msgid ""
"This place comes last for this café, and keeps its turn for the next one. "
"You can undo it."
msgstr ""
"Ce lieu passe en dernier pour ce café, et garde son tour pour le suivant. "
"Vous pourrez revenir dessus."

#: templates/organize/pass_over.html
msgid "Keep the turn"
msgstr "Lui garder son tour"

#: templates/organize/people.html
#, python-format
msgid ""
"%(over)s person more has a place than the café holds (%(capacity)s). Nobody "
"loses theirs; a freed place goes to nobody until the number fits."
msgid_plural ""
"%(over)s people more have a place than the café holds (%(capacity)s). Nobody "
"loses theirs; freed places go to nobody until the number fits."
msgstr[0] ""
"%(over)s personne de plus que la capacité du café (%(capacity)s). Personne "
"ne perd sa place ; celles qui se libèrent ne vont à personne tant que le "
"compte n’y est pas."
msgstr[1] ""
"%(over)s personnes de plus que la capacité du café (%(capacity)s). Personne "
"ne perd sa place ; celles qui se libèrent ne vont à personne tant que le "
"compte n’y est pas."

#: templates/organize/people.html
msgid "places taken"
msgstr "places prises"

#: templates/organize/people.html
msgid "told a need"
msgstr "besoins signalés"

#: templates/organize/people.html
msgid "came"
msgstr "au rendez-vous"

#: templates/organize/people.html
msgid "in the room"
msgstr "dans la salle"

#: templates/organize/people.html
msgid "People are counted, guests included."
msgstr ""
"Ces chiffres comptent des personnes, y compris celles qui accompagnent."

#: templates/organize/people.html
#, python-format
msgid "Nobody has been asked to confirm yet: that happens %(days)s day before."
msgid_plural ""
"Nobody has been asked to confirm yet: that happens %(days)s days before."
msgstr[0] ""
"La demande de confirmation n’est pas encore partie : elle part la veille."
msgstr[1] ""
"La demande de confirmation n’est pas encore partie : elle part %(days)s "
"jours avant."

#: templates/organize/people.html
#, python-format
msgid "About %(people)s person is expected in the room."
msgid_plural "About %(people)s people are expected in the room."
msgstr[0] "On attend environ %(people)s personne dans la salle."
msgstr[1] "On attend environ %(people)s personnes dans la salle."

#: templates/organize/people.html
#, python-format
msgid "This is learnt from %(cafes)s past café."
msgid_plural "This is learnt from %(cafes)s past cafés."
msgstr[0] "C’est une estimation, tirée de %(cafes)s café passé."
msgstr[1] "C’est une estimation, tirée de %(cafes)s cafés passés."

#: templates/organize/people.html
msgid "One is too few to say how far off such a forecast is."
msgstr "Un seul, c’est trop peu pour dire de combien elle peut se tromper."

#: templates/organize/people.html
#, python-format
msgid "On average, such forecasts were %(error)s people off."
msgid_plural "On average, such forecasts were %(error)s people off."
msgstr[0] "L’écart moyen de ces estimations est de %(error)s personne."
msgstr[1] "L’écart moyen de ces estimations est de %(error)s personnes."

#: templates/organize/people.html
msgid ""
"There is no forecast yet: it is learnt from cafés where people were checked "
"in at the door."
msgstr ""
"Pas encore d’estimation : elle se construit avec les cafés où l’on a noté "
"les arrivées à l’entrée."

#: templates/organize/people.html
msgid "Filter and sort"
msgstr "Filtrer et trier"

#: templates/organize/people.html
msgid "Show"
msgstr "Afficher"

#: templates/organize/people.html
#, python-format
msgid "%(parties)s party"
msgid_plural "%(parties)s parties"
msgstr[0] "%(parties)s réponse"
msgstr[1] "%(parties)s réponses"

#: templates/organize/people.html
msgid "Write to them"
msgstr "Leur écrire"

#: templates/organize/people.html
msgid "Write to everybody"
msgstr "Écrire à tout le monde"

#: templates/organize/people.html
msgid "As CSV"
msgstr "En CSV"

#: templates/organize/people.html
msgid "As XLSX"
msgstr "En XLSX"

#: templates/organize/people.html
msgid "To print"
msgstr "À imprimer"

#: templates/organize/people.html
msgid "Nobody matches."
msgstr "Personne ne correspond."

#: templates/organize/postpone.html
#, python-format
msgid "Put off %(edition)s"
msgstr "Reporter %(edition)s"

#: templates/organize/postpone.html
msgid ""
"Places move with the café, its page and its calendar entry too; whoever had "
"said yes is asked again in due time."
msgstr ""
"Les places suivent le café, sa page et son entrée dans les agendas aussi ; à "
"qui avait dit oui, on reposera la question le moment venu."

#: templates/organize/postpone.html
msgid "The new date is not known yet?"
msgstr "La nouvelle date n’est pas encore connue ?"

#: templates/organize/postpone.html
msgid "Cancel it for now, and say so."
msgstr "Annulez-le en attendant, et dites-le."

#: templates/organize/postpone.html
#, python-format
msgid "Put it off and tell %(people)s person"
msgid_plural "Put it off and tell %(people)s people"
msgstr[0] "Reporter et prévenir %(people)s personne"
msgstr[1] "Reporter et prévenir %(people)s personnes"

#: templates/organize/postpone.html
msgid "Put it off"
msgstr "Reporter"

#: templates/organize/postpone.html templates/organize/reopen.html
#: templates/organize/write.html
msgid "Look at the mail"
msgstr "Voir l’e-mail"

#: templates/organize/postpone.html templates/organize/reopen.html
msgid "Leave it as it is"
msgstr "Ne rien changer"

#: templates/organize/print.html
msgid "The list to print"
msgstr "La liste à imprimer"

#: templates/organize/print.html
msgid "For this evening: please throw it away afterwards."
msgstr "Pour cette soirée : merci de la jeter ensuite."

#: templates/organize/publish.html
#, python-format
msgid "Publish %(edition)s"
msgstr "Publier %(edition)s"

#: templates/organize/publish.html
msgid "Publish, and tell people"
msgstr "Publier et prévenir"

#: templates/organize/publish.html
#, python-format
msgid "%(people)s person gets a mail about it."
msgid_plural "%(people)s people get a mail about it."
msgstr[0] "%(people)s personne reçoit un e-mail."
msgstr[1] "%(people)s personnes reçoivent un e-mail."

#: templates/organize/publish.html
msgid "Nobody has asked to be told yet: nobody gets a mail."
msgstr "Personne n’a encore demandé à être au courant : aucun e-mail ne part."

#: templates/organize/publish.html
msgid ""
"They have come to this café or waited for a place, have asked to be told, or "
"follow a trade that it is about, and want these mails. Whoever comes to "
"every café gets a place with it; whoever was left waiting last time may come "
"first, and is told so."
msgstr ""
"Ce sont les personnes qui ont déjà eu ou attendu une place à ce café, qui "
"ont demandé à être prévenues, ou qui suivent un métier dont il parle, et qui "
"veulent ces e-mails. Qui vient à tous les cafés reçoit sa place par la même "
"occasion ; qui attendait encore la dernière fois peut passer devant, et "
"l’apprend."

#: templates/organize/publish.html
#, python-format
msgid "Publish and tell %(people)s person"
msgid_plural "Publish and tell %(people)s people"
msgstr[0] "Publier et prévenir %(people)s personne"
msgstr[1] "Publier et prévenir %(people)s personnes"

#: templates/organize/publish.html
msgid "Not yet"
msgstr "Pas encore"

#: templates/organize/recap.html
msgid ""
"It is on the café's page. What you change shows there at once; nobody gets "
"another mail."
msgstr ""
"Il est sur la page du café. Ce que vous changez s’y voit aussitôt ; personne "
"ne reçoit d’autre e-mail."

#: templates/organize/recap.html
msgid ""
"What was said, what to keep of it, thanks to the host. It goes onto the "
"café's page."
msgstr ""
"Ce qui s’est dit, ce qu’il faut en garder, un merci à l’hôte. Il s’affiche "
"sur la page du café."

#: templates/organize/recap.html
#, python-format
msgid "%(people)s person who was there gets one mail when you publish it."
msgid_plural ""
"%(people)s people who were there get one mail when you publish it."
msgstr[0] ""
"%(people)s personne qui y était recevra un e-mail à la publication, un seul."
msgstr[1] ""
"%(people)s personnes qui y étaient recevront un e-mail à la publication, un "
"seul."

#: templates/organize/recap.html
#, python-format
msgid "%(comments)s comment waits for you to read it"
msgid_plural "%(comments)s comments wait for you to read them"
msgstr[0] "%(comments)s commentaire attend votre relecture"
msgstr[1] "%(comments)s commentaires attendent votre relecture"

#: templates/organize/recap.html templates/organize/venue.html
msgid "Photos"
msgstr "Photos"

#: templates/organize/recap.html
msgid "See to the photos"
msgstr "S’occuper des photos"

#: templates/organize/recap.html
msgid "Publish the recap"
msgstr "Publier le compte rendu"

#: templates/organize/recap.html
msgid "Save for later"
msgstr "Garder pour plus tard"

#: templates/organize/recap_photos.html templates/organize/venue.html
msgid ""
"Without JavaScript photos travel as they are: send up to 15 MB at a time."
msgstr ""
"Sans JavaScript, les photos voyagent telles quelles : envoyez au plus 15 Mo "
"à la fois."

#: templates/organize/recap_photos.html
msgid "Add them"
msgstr "Les ajouter"

#: templates/organize/recap_photos.html
#, python-format
msgid "%(photos)s photo of up to %(most)s"
msgid_plural "%(photos)s photos of up to %(most)s"
msgstr[0] "%(photos)s photo sur %(most)s au plus"
msgstr[1] "%(photos)s photos sur %(most)s au plus"

#: templates/organize/recap_photos.html
msgid ""
"A photo is shown once you have noted that those who can be recognised on it "
"agreed. Ask them: a word is enough."
msgstr ""
"Une photo se montre une fois noté l’accord des personnes que l’on y "
"reconnaît. Demandez-leur : un mot suffit."

#: templates/organize/recap_photos.html
#, python-format
msgid "Photo %(number)s"
msgstr "Photo %(number)s"

#: templates/organize/recap_photos.html
#, python-format
msgid "Taken down on %(day)s by somebody who is on it."
msgstr "Retirée le %(day)s par une personne qui y figure."

#: templates/organize/recap_photos.html
msgid "We are agreed: show it again"
msgstr "C’est réglé : la montrer de nouveau"

#: templates/organize/recap_photos.html
#, python-format
msgid "Noted by %(name)s on %(day)s."
msgstr "Noté par %(name)s le %(day)s."

#: templates/organize/recap_photos.html
#, python-format
msgid "Noted on %(day)s."
msgstr "Noté le %(day)s."

#: templates/organize/recap_photos.html
#, python-format
msgid "Photo %(number)s: one earlier"
msgstr "Photo %(number)s : avancer d’une place"

#: templates/organize/recap_photos.html
#, python-format
msgid "Photo %(number)s: one later"
msgstr "Photo %(number)s : reculer d’une place"

#: templates/organize/recap_photos.html
msgid "Delete"
msgstr "Supprimer"

#: templates/organize/reminder.html
msgid "People have been asked whether they come."
msgstr "La question « venez-vous ? » a été posée."

#: templates/organize/reminder.html
#, python-format
msgid ""
"%(days)s day before the start, people are asked whether they come; those who "
"have said so are reminded."
msgid_plural ""
"%(days)s days before the start, people are asked whether they come; those "
"who have said so are reminded."
msgstr[0] ""
"%(days)s jour avant le début, la question « venez-vous ? » est posée ; qui a "
"déjà répondu oui reçoit un rappel."
msgstr[1] ""
"%(days)s jours avant le début, la question « venez-vous ? » est posée ; qui "
"a déjà répondu oui reçoit un rappel."

#: templates/organize/reminder.html
msgid "The reminder of the day has gone out."
msgstr "Le rappel du jour est parti."

#: templates/organize/reminder.html
#, python-format
msgid ""
"On %(day)s at %(time)s, everyone with a place is reminded, with how to get "
"in."
msgstr ""
"Le %(day)s à %(time)s, toutes les personnes qui ont une place reçoivent un "
"rappel, avec la façon d’entrer."

#: templates/organize/reminder.html
#, python-format
msgid "%(people)s party has a place now."
msgid_plural "%(people)s parties have a place now."
msgstr[0] "%(people)s inscription a une place pour l’instant."
msgstr[1] "%(people)s inscriptions ont une place pour l’instant."

#: templates/organize/reminder.html
msgid "Keep my line"
msgstr "Enregistrer mon mot"

#: templates/organize/reopen.html
#, python-format
msgid "Reopen %(edition)s"
msgstr "Rouvrir %(edition)s"

#: templates/organize/reopen.html
msgid ""
"Whoever had a place when it was cancelled has it still, and whoever waited "
"keeps their position. As they may have made other plans, the mail asks "
"whether they come. Calendars show the café again."
msgstr ""
"Les places prises avant l’annulation le restent, et la liste d’attente garde "
"son ordre. Comme chacun a pu prévoir autre chose, l’e-mail demande qui "
"vient. Les agendas montrent de nouveau le café."

#: templates/organize/reopen.html
#, python-format
msgid "Reopen and tell %(people)s person"
msgid_plural "Reopen and tell %(people)s people"
msgstr[0] "Rouvrir et prévenir %(people)s personne"
msgstr[1] "Rouvrir et prévenir %(people)s personnes"

#: templates/organize/rotation.html
msgid "The next café"
msgstr "Le prochain café"

#: templates/organize/rotation.html
#, python-format
msgid "%(people)s person is expected."
msgid_plural "%(people)s people are expected."
msgstr[0] "On attend %(people)s personne."
msgstr[1] "On attend %(people)s personnes."

#: templates/organize/rotation.html
msgid "No café is waiting for a venue: this is the order for the next date."
msgstr "Aucun café ne cherche de lieu : voici l’ordre pour la prochaine date."

#: templates/organize/rotation.html
#, python-format
msgid "Choosing a place writes to %(people)s person who comes or waits."
msgid_plural "Choosing a place writes to %(people)s people who come or wait."
msgstr[0] ""
"Dès que vous choisissez un lieu, un e-mail part vers %(people)s personne qui "
"vient ou attend une place."
msgstr[1] ""
"Dès que vous choisissez un lieu, un e-mail part vers %(people)s personnes "
"qui viennent ou attendent une place."

#: templates/organize/rotation.html
msgid "It is a draft: nobody gets a mail when you choose a place."
msgstr "C’est un brouillon : choisir un lieu n’envoie d’e-mail à personne."

#: templates/organize/rotation.html
msgid ""
"Nobody has a place yet: nobody gets a mail when you choose one of these."
msgstr ""
"Personne n’a encore de place : choisir l’un de ces lieux n’envoie aucun e-"
"mail."

#: templates/organize/rotation.html
msgid "Prepare this café"
msgstr "Préparer ce café"

#: templates/organize/rotation.html
#, python-format
msgid "%(hosts)s more host, next in this order"
msgid_plural "%(hosts)s more hosts, next in this order"
msgstr[0] "%(hosts)s autre hôte à la suite"
msgstr[1] "%(hosts)s autres hôtes à la suite"

#: templates/organize/rotation.html
msgid "How this order comes about"
msgstr "D’où vient cet ordre"

#: templates/organize/rotation.html
msgid ""
"It is worked out from the past cafés each time you look, as seen from the "
"day of the café. Each rule decides only between those whom the ones before "
"leave equal:"
msgstr ""
"Il est recalculé à chaque visite d’après les cafés passés, en se plaçant au "
"jour du café. Chaque règle ne sert qu’à départager les ex æquo des "
"précédentes :"

#: templates/organize/rotation.html
msgid "Whoever you pass over comes last, for this café only."
msgstr "Qui laisse passer son tour vient en dernier, pour ce café seulement."

#: templates/organize/rotation.html
msgid ""
"A place too small for the people expected comes after those that may hold "
"them."
msgstr ""
"Un lieu trop petit pour les personnes attendues vient après ceux où elles "
"peuvent tenir."

#: templates/organize/rotation.html
msgid ""
"Whoever never hosted comes first, then whoever hosted the longest ago. A "
"host with several places is one host."
msgstr ""
"Les hôtes qui n’ont encore jamais accueilli viennent d’abord, puis ceux dont "
"le dernier accueil est le plus ancien. Avec plusieurs lieux, un hôte ne "
"compte qu’une fois."

#: templates/organize/rotation.html
msgid "Another part of town than the last two cafés comes before the same one."
msgstr ""
"Un autre quartier que celui des deux derniers cafés passe avant le même."

#: templates/organize/rotation.html
msgid ""
"A place known to be large enough comes before one whose capacity nobody "
"knows."
msgstr ""
"Un lieu que l’on sait assez grand passe avant un lieu dont personne ne "
"connaît la capacité."

#: templates/organize/rotation.html
msgid ""
"A place offered for such a month and day comes first, one offered for others "
"last."
msgstr ""
"Un lieu proposé pour ce mois et ce jour vient d’abord, un lieu proposé pour "
"d’autres en dernier."

#: templates/organize/rotation.html
msgid ""
"A place whose access is described comes before one where nobody has checked."
msgstr ""
"Un lieu dont l’accès est décrit passe avant un lieu où personne n’est allé "
"voir."

#: templates/organize/rotation.html
msgid "The offer that has waited the longest comes first."
msgstr "La proposition qui attend depuis le plus longtemps vient d’abord."

#: templates/organize/rotation.html
msgid "Last of all, the alphabet."
msgstr "En tout dernier, l’ordre alphabétique."

#: templates/organize/rotation.html
msgid "No place is known yet. The first one is entered with its café."
msgstr "Pas encore de lieu connu. Le premier se note en créant son café."

#: templates/organize/rotation.html
msgid "What each host has done"
msgstr "Qui a déjà accueilli"

#: templates/organize/rotation.html
msgid "Host"
msgstr "Hôte"

#: templates/organize/rotation.html
msgid "Cafés, share"
msgstr "Cafés, part du total"

#: templates/organize/rotation.html
msgid "Last"
msgstr "Dernière fois"

#: templates/organize/rotation.html
#, python-format
msgid "%(percent)s%%"
msgstr "%(percent)s %%"

#: templates/organize/rotation.html
msgid "Who hosted when"
msgstr "Café par café"

#: templates/organize/rotation.html
msgid "Café"
msgstr "Café"

#: templates/organize/rotation.html
msgid "to come"
msgstr "à venir"

#: templates/organize/rotation.html
#, python-format
msgid "%(people)s came"
msgid_plural "%(people)s came"
msgstr[0] "%(people)s personne venue"
msgstr[1] "%(people)s personnes venues"

#: templates/organize/rotation.html
#, python-format
msgid "%(people)s place"
msgid_plural "%(people)s places"
msgstr[0] "%(people)s place"
msgstr[1] "%(people)s places"

#: templates/organize/rotation.html
msgid "Where nobody was counted at the door, the places are given instead."
msgstr ""
"Quand les arrivées n’ont pas été comptées à l’entrée, ce sont les places "
"prises qui figurent ici."

#: templates/organize/scan.html
#, python-format
msgid "Has %(places)s place."
msgid_plural "Has %(places)s places."
msgstr[0] "%(places)s place à son nom."
msgstr[1] "%(places)s places à son nom."

#: templates/organize/scan.html
msgid "Is on the waitlist. Whoever you let in has a place."
msgstr ""
"En liste d’attente. Si vous faites entrer cette personne, elle a une place."

#: templates/organize/scan.html
msgid "Freed this place. Whoever you let in has one."
msgstr ""
"Place libérée. Si vous faites entrer cette personne, elle en a une de "
"nouveau."

#: templates/organize/trade.html templates/organize/trades.html
msgid "Add a trade"
msgstr "Ajouter un métier"

#: templates/organize/trade.html
#, python-format
msgid ""
"Suggested in these words: “%(words)s”. Whoever did so hears once it is saved."
msgstr ""
"Proposé avec ces mots : « %(words)s ». La réponse part dès l’enregistrement."

#: templates/organize/trade.html
msgid "Add it"
msgstr "Ajouter"

#: templates/organize/trade.html
msgid "Merge it into another"
msgstr "Le réunir à un autre"

#: templates/organize/trade.html
msgid ""
"Its people, followers and addresses go to the other trade. This cannot be "
"undone."
msgstr ""
"Les personnes, les abonnements et les adresses passent à l’autre métier. "
"C’est sans retour."

#: templates/organize/trade.html
msgid "Merge"
msgstr "Réunir"

#: templates/organize/trade.html
msgid "It is retired"
msgstr "Il est retiré"

#: templates/organize/trade.html
msgid "Bring it back"
msgstr "Le remettre"

#: templates/organize/trade.html
msgid "Retire it"
msgstr "Le retirer"

#: templates/organize/trade.html
msgid "Those who have it keep it; nobody else can choose it any more."
msgstr "Qui l’a le garde ; on ne peut plus le choisir."

#: templates/organize/trade.html
msgid "Retire"
msgstr "Retirer"

#: templates/organize/trades.html
msgid "What members suggest"
msgstr "Ce que proposent les membres"

#: templates/organize/trades.html
msgid "Add it as a trade"
msgstr "En faire un métier"

#: templates/organize/trades.html
msgid "It is another word for"
msgstr "C’est un autre mot pour"

#: templates/organize/trades.html
msgid "Answer"
msgstr "Répondre"

#: templates/organize/trades.html
msgid "Decline"
msgstr "Ne pas retenir"

#: templates/organize/trades.html
msgid "In the inventory"
msgstr "Dans l’inventaire"

#: templates/organize/trades.html
#, python-format
msgid "followed by %(people)s"
msgid_plural "followed by %(people)s"
msgstr[0] "suivi par %(people)s personne"
msgstr[1] "suivi par %(people)s personnes"

#: templates/organize/trades.html
msgid "Retired"
msgstr "Retirés"

#: templates/organize/trades.html
#, python-format
msgid "part of %(trade)s"
msgstr "fait partie de « %(trade)s »"

#: templates/organize/venue.html
#, python-format
msgid "Edit %(venue)s"
msgstr "Modifier %(venue)s"

#: templates/organize/venue.html templates/venues/venue_list.html
msgid "Add a venue"
msgstr "Ajouter un lieu"

#: templates/organize/venue.html templates/venues/venue_list.html
msgid "The places"
msgstr "Les lieux"

#: templates/organize/venue.html templates/venues/venue_detail.html
msgid "Edit the venue"
msgstr "Modifier le lieu"

#: templates/organize/venue.html
msgid ""
"The pages and calendars of its coming cafés follow what you change here."
msgstr ""
"Les pages et les calendriers des cafés à venir dans ce lieu suivent ce que "
"vous changez ici."

#: templates/organize/venue.html
msgid "Map: point at the place"
msgstr "Carte : pointez le lieu"

#: templates/organize/venue.html
msgid ""
"Or point at the place on the map: it comes nearer each time, and the "
"position is written above. Nothing is saved before you say so."
msgstr ""
"Ou pointez le lieu sur la carte : elle se rapproche à chaque fois, et la "
"position s’écrit au-dessus. Rien n’est enregistré avant que vous ne le "
"demandiez."

#: templates/organize/venue.html
msgid ""
"Choose the photos afterwards: pointing loads the page anew, and forgets them."
msgstr ""
"Choisissez les photos ensuite : pointer sur la carte recharge la page, qui "
"les oublie."

#: templates/organize/venue.html
msgid "See more of the town"
msgstr "Voir la ville de plus loin"

#: templates/organize/venue.html
msgid "The position is written above:"
msgstr "La position est écrite au-dessus :"

#: templates/organize/venue.html
msgid "Who gets in, and how"
msgstr "Qui peut entrer, et comment"

#: templates/organize/venue.html
msgid ""
"“Unknown” is an honest answer: people then ask the host. Say yes or no where "
"somebody has looked."
msgstr ""
"« Inconnu » est une réponse honnête : on posera la question sur place. "
"Répondez oui ou non si quelqu’un est allé voir."

#: templates/organize/venue.html
msgid "The host"
msgstr "L’hôte"

#: templates/organize/venue.html
msgid "For people with a place"
msgstr "Pour les personnes qui ont une place"

#: templates/organize/venue.html templates/venues/venue_detail.html
msgid "For organizers only"
msgstr "Pour l’équipe d’organisation seulement"

#: templates/organize/write.html
msgid "Write to those who come"
msgstr "Écrire à celles et ceux qui viennent"

#: templates/organize/write.html
#, python-format
msgid "%(people)s person gets this mail."
msgid_plural "%(people)s people get this mail."
msgstr[0] "%(people)s personne reçoit ce message."
msgstr[1] "%(people)s personnes reçoivent ce message."

#: templates/organize/write.html
msgid "Nobody would get this mail."
msgstr "Personne ne recevrait ce message."

#: templates/organize/write.html
#, python-format
msgid "Chosen: %(words)s."
msgstr "Choix : %(words)s."

#: templates/organize/write.html
msgid "Everybody with a place or on the waitlist."
msgstr "Toutes les personnes avec une place ou en liste d’attente."

#: templates/organize/write.html
msgid "Choose others"
msgstr "Choisir d’autres personnes"

#: templates/organize/write.html
msgid "Whoever has freed their place and wants no announcements is left out."
msgstr "Qui a libéré sa place et ne veut pas d’annonces ne reçoit rien."

#: templates/organize/write.html
#, python-format
msgid "%(people)s person more has no address here."
msgid_plural "%(people)s people more have no address here."
msgstr[0] "%(people)s personne de plus n’a pas d’adresse ici."
msgstr[1] "%(people)s personnes de plus n’ont pas d’adresse ici."

#: templates/organize/write.html
msgid ""
"The mail begins with your name, and ends with the date and the place of the "
"café and the link to one's own place, each in the reader's language."
msgstr ""
"Le message commence par votre nom ; il finit par la date et le lieu du café "
"et un lien vers sa propre place, dans la langue de qui le lit."

#: templates/organize/write.html
#, python-format
msgid "Send to %(people)s person"
msgid_plural "Send to %(people)s people"
msgstr[0] "Envoyer à %(people)s personne"
msgstr[1] "Envoyer à %(people)s personnes"

#: templates/usersessions/usersession_list.html
msgid ""
"Each of these is a browser. If you do not know one of them, sign it out."
msgstr ""
"Chaque ligne est un navigateur. Si l’un d’eux ne vous dit rien, fermez "
"toutes les autres connexions."

#: templates/usersessions/usersession_list.html
#, python-format
msgid "From %(ip)s, signed in %(since)s"
msgstr "Depuis %(ip)s, connexion ouverte %(since)s"

#: templates/usersessions/usersession_list.html
msgid "this one"
msgstr "celle-ci"

#: templates/usersessions/usersession_list.html
msgid "Sign out everywhere else"
msgstr "Fermer toutes les autres connexions"

#: templates/venues/_map.html
msgid "Map of the places"
msgstr "Carte des lieux"

#: templates/venues/_map.html
#, python-format
msgid "%(count)s place close together"
msgid_plural "%(count)s places close together"
msgstr[0] "%(count)s lieu"
msgstr[1] "%(count)s lieux tout proches"

#: templates/venues/_map.html
msgid "(a café is coming there)"
msgstr "(un café s’y prépare)"

#: templates/venues/_map.html
#, python-format
msgid "%(number)s km"
msgstr "%(number)s km"

#: templates/venues/_map.html
#, python-format
msgid "%(number)s m"
msgstr "%(number)s m"

#: templates/venues/_place.html
msgid "Show it on OpenStreetMap"
msgstr "Voir sur OpenStreetMap"

#: templates/venues/_place.html templates/venues/venue_list.html
msgid "Access"
msgstr "Accès"

#: templates/venues/_place.html
#, python-format
msgid "narrowest door: %(width)s cm"
msgstr "porte la plus étroite : %(width)s cm"

#: templates/venues/_place.html
#, python-format
msgid "Last checked on %(day)s."
msgstr "Vérifié sur place le %(day)s."

#: templates/venues/_place.html
msgid "Nobody has checked the access yet."
msgstr "Personne n’a encore vérifié l’accès."

#: templates/venues/venue_detail.html
#, python-format
msgid "%(cafes)s café, %(people)s people welcomed"
msgid_plural "%(cafes)s cafés, %(people)s people welcomed"
msgstr[0] "%(cafes)s café, %(people)s personnes accueillies"
msgstr[1] "%(cafes)s cafés, %(people)s personnes accueillies"

#: templates/venues/venue_detail.html
#, python-format
msgid "%(cafes)s café welcomed"
msgid_plural "%(cafes)s cafés welcomed"
msgstr[0] "%(cafes)s café accueilli"
msgstr[1] "%(cafes)s cafés accueillis"

#: templates/venues/venue_detail.html
msgid "Access checked today"
msgstr "Accès vérifié aujourd’hui"

#: templates/venues/venue_detail.html
msgid "The coming cafés here"
msgstr "Les prochains cafés ici"

#: templates/venues/venue_detail.html
msgid "Past cafés here"
msgstr "Les cafés passés ici"

#: templates/venues/venue_detail.html
msgid "What was said of it"
msgstr "Ce qui s’en est dit"

#: templates/venues/venue_detail.html
msgid "No café here yet."
msgstr "Pas encore de café ici."

#: templates/venues/venue_detail.html
#, python-format
msgid "Room for %(people)s person."
msgid_plural "Room for %(people)s people."
msgstr[0] "Accueille %(people)s personne."
msgstr[1] "Accueille jusqu’à %(people)s personnes."

#: templates/venues/venue_detail.html
msgid "The calendar of this place"
msgstr "Le calendrier de ce lieu"

#: templates/venues/venue_detail.html
msgid "More photos"
msgstr "Autres photos"

#: templates/venues/venue_list.html
msgid "Another one opens its doors each time."
msgstr "Chaque fois, un autre ouvre ses portes."

#: templates/venues/venue_list.html
msgid "Yours, next?"
msgstr "Le vôtre, la prochaine fois ?"

#: templates/venues/venue_list.html
msgid "What nobody has checked does not count as yes."
msgstr "Ce que personne n’a vérifié ne compte pas comme un oui."

#: templates/venues/venue_list.html
msgid "You see a part of the map."
msgstr "Vous voyez une partie de la carte."

#: templates/venues/venue_list.html
msgid "Show the whole map"
msgstr "Voir toute la carte"

#: templates/venues/venue_list.html
msgid "Address not recorded"
msgstr "Adresse non renseignée"

#: templates/venues/venue_list.html
#, python-format
msgid "%(cafes)s café"
msgid_plural "%(cafes)s cafés"
msgstr[0] "%(cafes)s café"
msgstr[1] "%(cafes)s cafés"

#: templates/venues/venue_list.html
msgid "not on the map yet"
msgstr "pas encore sur la carte"

#: templates/venues/venue_list.html
msgid "a café is coming"
msgstr "un café s’y prépare"

#: templates/venues/venue_list.html
msgid "No place matches."
msgstr "Aucun lieu ne correspond."

#: venues/admin.py venues/models/venue.py
msgid "the host's website"
msgstr "site web de l’hôte"

#: venues/admin.py
#, python-format
msgid "There is a venue of this name already: %(venue)s."
msgstr "Un lieu porte déjà ce nom : %(venue)s."

#: venues/admin.py
#, python-format
msgid "This address leads to %(venue)s, which %(former)s became one with."
msgstr ""
"Cette adresse mène à %(venue)s, avec qui %(former)s ne fait plus qu’un."

#: venues/emails.py
#, python-format
msgid "Thank you for your offer: %(place)s"
msgstr "Merci pour votre proposition : %(place)s"

#: venues/emails.py
#, python-format
msgid ""
"Your offer has reached the organizers of %(community)s. They read it and "
"write to you."
msgstr ""
"Votre proposition est bien arrivée à l’organisation du %(community)s, qui la "
"lit et vous écrit."

#: venues/emails.py
msgid "Is something wrong or missing? Answer this mail."
msgstr "Une erreur, un oubli ? Répondez à cet e-mail."

#: venues/forms.py
msgid "Only places with"
msgstr "Seulement les lieux avec"

#: venues/forms.py
msgid "Doors of 80 cm or more"
msgstr "Portes de 80 cm ou plus"

#: venues/models/former.py
msgid "former venue"
msgstr "ancien lieu"

#: venues/models/former.py
msgid "former venues"
msgstr "anciens lieux"

#: venues/models/offer.py
msgctxt "step of an offer"
msgid "lead"
msgstr "piste"

#: venues/models/offer.py
msgctxt "step of an offer"
msgid "visited"
msgstr "visite faite"

#: venues/models/offer.py
msgctxt "step of an offer"
msgid "confirmed"
msgstr "accord donné"

#: venues/models/offer.py
msgctxt "step of an offer"
msgid "hosted"
msgstr "soirée passée"

#: venues/models/offer.py
msgctxt "step of an offer"
msgid "thanked"
msgstr "merci envoyé"

#: venues/models/offer.py
msgctxt "step of an offer"
msgid "declined"
msgstr "sans suite"

#: venues/models/offer.py
msgid "step"
msgstr "étape"

#: venues/models/offer.py
msgid "name of the place"
msgstr "nom du lieu"

#: venues/models/offer.py venues/models/venue.py
msgid "street and number"
msgstr "numéro et rue"

#: venues/models/offer.py venues/models/venue.py
msgid "postal code"
msgstr "code postal"

#: venues/models/offer.py
msgid "how many people it holds"
msgstr "nombre de personnes qu’il accueille"

#: venues/models/offer.py
msgid "floor and way in"
msgstr "étage et entrée"

#: venues/models/offer.py venues/models/venue.py
msgid "step-free route"
msgstr "accès sans marche"

#: venues/models/offer.py venues/models/venue.py
msgid "lift"
msgstr "ascenseur"

#: venues/models/offer.py venues/models/venue.py
msgid "accessible toilet"
msgstr "toilettes accessibles"

#: venues/models/offer.py
msgid "screen or projector"
msgstr "écran ou projecteur"

#: venues/models/offer.py
msgid "microphone and loudspeakers"
msgstr "micro et haut-parleurs"

#: venues/models/offer.py
msgid "food and drink"
msgstr "à boire et à manger"

#: venues/models/offer.py
msgid "what reception asks for"
msgstr "ce que demande l’accueil"

#: venues/models/offer.py
msgid "possible months"
msgstr "mois possibles"

#: venues/models/offer.py
msgid "possible days"
msgstr "jours possibles"

#: venues/models/offer.py
msgid "anything else"
msgstr "autre chose à dire"

#: venues/models/offer.py venues/models/venue.py
msgid "contact"
msgstr "contact"

#: venues/models/offer.py
msgid "phone"
msgstr "téléphone"

#: venues/models/offer.py
msgid "notes"
msgstr "notes"

#: venues/models/offer.py
msgid "next step"
msgstr "prochain pas"

#: venues/models/offer.py
msgid "on"
msgstr "le"

#: venues/models/offer.py venues/models/venue.py
msgid "A place holds from 1 to 10,000 people."
msgstr "Un lieu accueille de 1 à 10 000 personnes."

#: venues/models/offer.py
msgid "entry of an offer's history"
msgstr "ligne de l’histoire d’une proposition"

#: venues/models/offer.py
msgid "entries of offers' histories"
msgstr "lignes de l’histoire des propositions"

#: venues/models/photo.py
msgid "photo of a venue"
msgstr "photo d’un lieu"

#: venues/models/photo.py
msgid "photos of venues"
msgstr "photos de lieux"

#: venues/models/photo.py
msgid "Photo of the place, not described yet"
msgstr "Photo du lieu, pas encore décrite"

#: venues/models/venue.py
msgid "host organisation"
msgstr "organisation hôte"

#: venues/models/venue.py
msgid "the host's logo"
msgstr "logo de l’hôte"

#: venues/models/venue.py
msgid "latitude"
msgstr "latitude"

#: venues/models/venue.py
msgid "longitude"
msgstr "longitude"

#: venues/models/venue.py
msgid "public transport"
msgstr "transports en commun"

#: venues/models/venue.py
msgid "about the place"
msgstr "à propos du lieu"

#: venues/models/venue.py
msgid "getting in"
msgstr "comment entrer"

#: venues/models/venue.py
msgid "the contact's e-mail address"
msgstr "adresse e-mail du contact"

#: venues/models/venue.py
msgid "the contact's telephone"
msgstr "téléphone du contact"

#: venues/models/venue.py
msgid "notes for organizers"
msgstr "notes pour l’équipe d’organisation"

#: venues/models/venue.py
msgid "narrowest door, in cm"
msgstr "porte la plus étroite, en cm"

#: venues/models/venue.py
msgid "gender-neutral toilet"
msgstr "toilettes non genrées"

#: venues/models/venue.py
msgid "hearing loop"
msgstr "boucle magnétique"

#: venues/models/venue.py
msgid "a seat for everybody"
msgstr "de quoi s’asseoir pour tout le monde"

#: venues/models/venue.py
msgid "quiet corner"
msgstr "coin calme"

#: venues/models/venue.py
msgid "bicycle parking"
msgstr "stationnement pour vélos"

#: venues/models/venue.py
msgid "access last checked on"
msgstr "accès vérifié le"

#: venues/models/venue.py
msgid "venues"
msgstr "lieux"

#: venues/models/venue.py
msgid "A position needs both its latitude and its longitude."
msgstr "Une position demande à la fois une latitude et une longitude."

#: venues/models/venue.py
msgid "A door is from 1 to 1,000 cm wide."
msgstr "Une porte mesure de 1 à 1 000 cm de large."

#: venues/offer_forms.py
msgid "Name of the place"
msgstr "Nom du lieu"

#: venues/offer_forms.py
msgid ""
"Where it differs from the organisation, such as “the canteen of the old "
"mill”."
msgstr "S’il diffère de l’organisation, comme « la cantine du vieux moulin »."

#: venues/offer_forms.py
msgid "Street and number"
msgstr "Numéro et rue"

#: venues/offer_forms.py
msgid "Postal code"
msgstr "Code postal"

#: venues/offer_forms.py
msgid "Such as “second floor, two steps at the entrance, lift of 80 cm”."
msgstr ""
"Par exemple « deuxième étage, deux marches à l’entrée, ascenseur de 80 cm »."

#: venues/offer_forms.py
msgid "What you offer, or what people may bring. Nothing at all is fine too."
msgstr ""
"Ce que vous offrez, ou ce que chacun peut apporter. Rien du tout, c’est bien "
"aussi."

#: venues/offer_forms.py
msgid "What reception asks for"
msgstr "Ce que demande l’accueil"

#: venues/offer_forms.py
msgid "Such as “a list of names the day before, an ID at the desk”."
msgstr ""
"Par exemple « une liste de noms la veille, une pièce d’identité à l’entrée »."

#: venues/offer_forms.py
msgid "Possible months"
msgstr "Mois possibles"

#: venues/offer_forms.py
msgid "Tick none if all of them are."
msgstr "Ne cochez rien si tous le sont."

#: venues/offer_forms.py
msgid "Possible days"
msgstr "Jours possibles"

#: venues/offer_forms.py
msgid "The room"
msgstr "La salle"

#: venues/offer_forms.py
msgid "Who"
msgstr "Qui"

#: venues/offer_forms.py
msgid ""
"We send a six-digit code there, and our answer. Only the organizers see it."
msgstr ""
"Nous y envoyons un code à six chiffres, puis notre réponse. Seule "
"l’organisation la voit."

#: venues/offer_forms.py
msgid "Next step"
msgstr "Prochain pas"

#: venues/offer_forms.py
msgid "On which day"
msgstr "Quel jour"

#: venues/offer_forms.py
msgid "This is not a day that anybody will see."
msgstr "Ce jour-là, personne ne le verra."

#: venues/offer_forms.py
msgid "Text"
msgstr "Texte"

#: venues/positions.py
msgid ""
"This is no position. Type two numbers such as 48.8626, 2.3444, or paste the "
"link of a map."
msgstr ""
"Ce n’est pas une position. Écrivez deux nombres comme 48.8626, 2.3444, ou "
"collez le lien d’une carte."

#: venues/positions.py
msgid "This position is not on the earth."
msgstr "Cette position n’est pas sur Terre."

#: venues/positions.py
#, python-format
msgid ""
"A latitude goes from -90 to 90: %(number)s is none. It comes first, then the "
"longitude."
msgstr ""
"Une latitude va de -90 à 90 : %(number)s n’en est pas une. Elle vient en "
"premier, puis la longitude."

#: venues/positions.py
#, python-format
msgid "A longitude goes from -180 to 180: %(number)s is none."
msgstr "Une longitude va de -180 à 180 : %(number)s n’en est pas une."

#: venues/positions.py
msgid "This geo: link says no position on the earth."
msgstr "Ce lien geo: ne donne pas de position sur Terre."

#: venues/positions.py
msgid "This address cannot be read. Copy it once more from the map."
msgstr ""
"Cette adresse ne se lit pas. Copiez-la encore une fois depuis la carte."

#: venues/positions.py
msgid ""
"A short link does not say where it leads. Open it, and copy the long address "
"that the browser shows."
msgstr ""
"Un lien court ne dit pas où il mène. Ouvrez-le, puis copiez la longue "
"adresse que montre le navigateur."

#: venues/positions.py
msgid ""
"Links are read from OpenStreetMap, Google Maps and Apple Maps. Or type two "
"numbers."
msgstr ""
"Les liens lus ici sont ceux d’OpenStreetMap, de Google Maps et d’Apple "
"Plans. Sinon, écrivez deux nombres."

#: venues/positions.py
msgid ""
"This link of a map says no position. Point at the place there, and copy the "
"link again."
msgstr ""
"Ce lien de carte ne donne pas de position. Pointez le lieu sur la carte, "
"puis copiez de nouveau le lien."

#: cafecm/register.py
msgid "Looking after a café"
msgstr "L’organisation d’un café"

#: cafecm/register.py
msgid ""
"Your role in its team, what you did at its desk, and the address to which an "
"invitation was sent."
msgstr ""
"Votre rôle dans l’équipe, ce que vous avez fait pour l’organisation, et "
"l’adresse à laquelle une invitation est partie."

#: cafecm/register.py
msgid "So that a team knows who did what, and can take it back."
msgstr ""
"Pour qu’une équipe sache qui a fait quoi, et puisse revenir en arrière."

#: cafecm/register.py
msgid "The team of the café, and whoever keeps the site."
msgstr "L’équipe du café, et qui s’occupe du site."

#: cafecm/register.py
#, python-format
msgid ""
"Your role, until you leave the team; your name in the history, until you "
"erase your account; an invited address, %(days)s days."
msgstr ""
"Votre rôle, jusqu’à votre départ de l’équipe ; votre nom dans l’historique, "
"jusqu’à l’effacement de votre compte ; une adresse invitée, %(days)s jours."

#: events/admin.py
msgid "A team has an owner: choose one of them."
msgstr "Une équipe a toujours une personne responsable : choisissez-en une."

#: events/belongings.py
#, python-format
msgid ""
"You alone own %(series)s: make somebody else its owner first, or ask whoever "
"keeps the site to."
msgstr ""
"Personne d’autre que vous n’est responsable de %(series)s : confiez d’abord "
"ce rôle à quelqu’un, ou demandez-le à qui s’occupe du site."

#: events/desk_mail.py events/models/team.py
msgid "invitation to a team"
msgstr "invitation dans une équipe"

#: events/emails/team.py
msgid ""
"An owner does everything at the desk of the café, and decides who is in its "
"team."
msgstr ""
"Responsable, vous faites tout pour l’organisation du café, et vous décidez "
"qui est dans l’équipe."

#: events/emails/team.py
msgid ""
"An organizer does everything at the desk: dates, venues, hosts, people, "
"mails."
msgstr ""
"À l’organisation, vous faites tout : dates, lieux, hôtes, présences, "
"messages."

#: events/emails/team.py
msgid ""
"A greeter keeps the door: who is in the room, who comes without an RSVP, who "
"is new."
msgstr ""
"À l’accueil, vous tenez l’entrée : qui est dans la salle, qui arrive sans "
"réservation, qui vient pour la première fois."

#: events/emails/team.py
#, python-format
msgid "Join the team of the café: %(series)s"
msgstr "Rejoindre l’équipe du café : %(series)s"

#: events/emails/team.py
#, python-format
msgid "%(name)s invites you to the team of “%(series)s”. Your role: %(role)s."
msgstr ""
"%(name)s vous invite dans l’équipe de « %(series)s ». Votre rôle : %(role)s."

#: events/emails/team.py
#, python-format
msgid ""
"The link is good once, until %(day)s. Sign in with the address you like; "
"pass the link on to nobody. If you did not expect this mail, you need do "
"nothing."
msgstr ""
"Le lien sert une seule fois, jusqu’au %(day)s. Connectez-vous avec l’adresse "
"de votre choix, et ne transmettez ce lien à personne. Si vous n’attendiez "
"pas ce message, il n’y a rien à faire."

#: events/emails/team.py
msgid "See the invitation"
msgstr "Voir l’invitation"

#: events/models/act.py
#, python-format
msgid "%(who)s prepared %(name)s, as a draft."
msgstr "%(who)s a préparé le brouillon de « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s published %(name)s."
msgstr "%(who)s a publié « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s changed %(name)s."
msgstr "%(who)s a modifié « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s moved %(name)s from %(before)s to %(after)s."
msgstr "%(who)s a déplacé « %(name)s » du %(before)s au %(after)s."

#: events/models/act.py
#, python-format
msgid "%(who)s cancelled %(name)s."
msgstr "%(who)s a annulé « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s reopened %(name)s, for %(day)s."
msgstr "%(who)s a rouvert « %(name)s », pour le %(day)s."

#: events/models/act.py
#, python-format
msgid "%(who)s threw away the draft of %(name)s."
msgstr "%(who)s a jeté le brouillon de « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s changed the line in the reminders of %(name)s."
msgstr "%(who)s a changé le mot des rappels de « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s wrote at the recap of %(name)s."
msgstr "%(who)s a travaillé au compte rendu de « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s published the recap of %(name)s."
msgstr "%(who)s a publié le compte rendu de « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s called the trade “%(trade)s” to %(name)s."
msgstr "%(who)s a lancé un appel au métier « %(trade)s » pour « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s changed when %(name)s meets."
msgstr "%(who)s a changé le rythme de « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s prepared the next dates; drafts made: %(count)s."
msgstr "%(who)s a préparé les prochaines dates ; brouillons créés : %(count)s."

#: events/models/act.py
#, python-format
msgid "%(who)s left out %(day)s."
msgstr "%(who)s a sauté une date : %(day)s."

#: events/models/act.py
#, python-format
msgid "%(who)s took %(day)s back in."
msgstr "%(who)s a rétabli une date : %(day)s."

#: events/models/act.py
#, python-format
msgid "%(who)s passed %(venue)s over for %(name)s."
msgstr "%(who)s a passé le tour de « %(venue)s » pour « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s put %(venue)s back in the order for %(name)s."
msgstr "%(who)s a rendu son tour à « %(venue)s » pour « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s changed the host’s page of %(name)s."
msgstr "%(who)s a modifié la page de l’hôte de « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s sent the host of %(name)s the link to their page."
msgstr "%(who)s a envoyé à l’hôte de « %(name)s » le lien de sa page."

#: events/models/act.py
#, python-format
msgid "%(who)s gave the host’s page of %(name)s another link."
msgstr "%(who)s a changé le lien de la page de l’hôte de « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s withdrew the link to the host’s page of %(name)s."
msgstr "%(who)s a retiré le lien de la page de l’hôte de « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s put a party on the list of %(name)s: %(people)s."
msgstr "%(who)s a ajouté du monde à la liste de « %(name)s » : %(people)s."

#: events/models/act.py
#, python-format
msgid "%(who)s moved a party from %(name)s to %(other)s: %(people)s."
msgstr ""
"%(who)s a fait passer du monde de « %(name)s » à « %(other)s » : %(people)s."

#: events/models/act.py
#, python-format
msgid "%(who)s took a party off the list of %(name)s: %(people)s."
msgstr "%(who)s a retiré du monde de la liste de « %(name)s » : %(people)s."

#: events/models/act.py
#, python-format
msgid "%(who)s wrote to people of %(name)s; mails sent: %(count)s."
msgstr ""
"%(who)s a écrit aux gens de « %(name)s » ; e-mails envoyés : %(count)s."

#: events/models/act.py
#, python-format
msgid "%(who)s noted a party at the door of %(name)s: %(people)s in the room."
msgstr ""
"%(who)s a pointé des arrivées à l’entrée de « %(name)s » : %(people)s dans "
"la salle."

#: events/models/act.py
#, python-format
msgid "%(who)s let in people without an RSVP at %(name)s: %(people)s."
msgstr ""
"%(who)s a fait entrer à « %(name)s » du monde sans réservation : %(people)s."

#: events/models/act.py
#, python-format
msgid "%(who)s took back somebody let in at %(name)s without an RSVP."
msgstr "%(who)s a retiré une entrée sans réservation à « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s added the venue %(name)s."
msgstr "%(who)s a ajouté le lieu « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s changed the venue %(name)s."
msgstr "%(who)s a modifié le lieu « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s made one venue of %(gone)s and %(name)s."
msgstr "%(who)s a réuni en un seul lieu « %(gone)s » et « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s checked the access of %(name)s."
msgstr "%(who)s a vérifié l’accès de « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s added the trade “%(name)s” to the inventory."
msgstr "%(who)s a ajouté « %(name)s » à l’inventaire des métiers."

#: events/models/act.py
#, python-format
msgid "%(who)s changed the trade “%(name)s”."
msgstr "%(who)s a modifié le métier « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s made the trade “%(name)s” part of “%(into)s”."
msgstr "%(who)s a réuni le métier « %(name)s » avec « %(into)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s retired the trade “%(name)s”."
msgstr "%(who)s a retiré le métier « %(name)s » de l’inventaire."

#: events/models/act.py
#, python-format
msgid "%(who)s put the trade “%(name)s” back in the inventory."
msgstr "%(who)s a remis le métier « %(name)s » dans l’inventaire."

#: events/models/act.py
#, python-format
msgid "%(who)s answered a suggested trade with “%(name)s”."
msgstr "%(who)s a répondu à une suggestion de métier : « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s declined a suggested trade."
msgstr "%(who)s a décliné une suggestion de métier."

#: events/models/act.py
#, python-format
msgid "%(who)s put %(name)s on the board of places."
msgstr "%(who)s a inscrit « %(name)s » au tableau des lieux proposés."

#: events/models/act.py
#, python-format
msgid "%(who)s changed the notes on %(name)s."
msgstr "%(who)s a modifié les notes sur « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s put %(name)s at another step: %(step)s."
msgstr "%(who)s a fait passer « %(name)s » à une autre étape : %(step)s."

#: events/models/act.py
#, python-format
msgid "%(who)s wrote to the host of %(name)s."
msgstr "%(who)s a écrit à l’hôte de « %(name)s »."

#: events/models/act.py
#, python-format
msgid "%(who)s invited somebody to the team: %(role)s."
msgstr "%(who)s a invité quelqu’un dans l’équipe : %(role)s."

#: events/models/act.py
#, python-format
msgid "%(who)s withdrew an invitation to the team: %(role)s."
msgstr "%(who)s a retiré une invitation dans l’équipe : %(role)s."

#: events/models/act.py
#, python-format
msgid "%(who)s joined the team: %(role)s."
msgstr "%(who)s a rejoint l’équipe : %(role)s."

#: events/models/act.py
#, python-format
msgid "%(who)s gave %(whom)s another role: %(role)s."
msgstr "%(who)s a confié un autre rôle à %(whom)s : %(role)s."

#: events/models/act.py
#, python-format
msgid "%(who)s took %(whom)s out of the team."
msgstr "%(who)s a fait sortir %(whom)s de l’équipe."

#: events/models/act.py
#, python-format
msgid "%(who)s left the team."
msgstr "%(who)s a quitté l’équipe."

#: events/models/act.py
#, python-format
msgid "%(who)s had a mail that failed tried once more."
msgstr "%(who)s a fait repartir un message qui n’était pas arrivé."

#: events/models/act.py
#, python-format
msgid "%(who)s let mails go again to an address that had not existed."
msgstr "%(who)s a rouvert une adresse e-mail qui n’existait pas."

#: events/models/act.py
msgid "act of an organizer"
msgstr "geste d’organisation"

#: events/models/act.py
msgid "acts of organizers"
msgstr "gestes d’organisation"

#: events/models/act.py
msgid "Somebody who has left the site"
msgstr "Une personne qui a quitté le site"

#: events/models/act.py
msgid "a venue"
msgstr "un lieu"

#: events/models/act.py
msgid "somebody who has left the site"
msgstr "une personne qui a quitté le site"

#: events/models/act.py
msgid "a venue that is gone"
msgstr "un lieu disparu depuis"

#: events/models/team.py templates/organize/team.html
msgid "owner"
msgstr "responsable"

#: events/models/team.py templates/organize/team.html
msgid "organizer"
msgstr "organisation"

#: events/models/team.py templates/organize/team.html
msgid "greeter"
msgstr "accueil"

#: events/models/team.py
msgid "role"
msgstr "rôle"

#: events/models/team.py
msgid "member of the team"
msgstr "membre de l’équipe"

#: events/models/team.py
msgid "members of the team"
msgstr "membres de l’équipe"

#: events/models/team.py
msgid "invitations to a team"
msgstr "invitations dans une équipe"

#: events/team_forms.py
msgid ""
"Whoever opens the link of the mail and signs in is in the team; it is good "
"for fourteen days."
msgstr ""
"Qui ouvre le lien du message et se connecte entre dans l’équipe ; il sert "
"une fois, pendant quatorze jours."

#: events/team_forms.py
msgid "Role"
msgstr "Rôle"

#: events/views/history.py
msgid ""
"This can no longer be taken back: it has been already, something has changed "
"since, or it is too late."
msgstr ""
"Impossible de revenir en arrière : c’est déjà fait, quelque chose a changé "
"depuis, ou il est trop tard."

#: events/views/history.py
msgid "Taken back. The history tells that, too."
msgstr "C’est défait. L’historique le raconte aussi."

#: events/views/team.py
msgid ""
"So many people were invited today that the next one has to wait until "
"tomorrow."
msgstr ""
"Cela fait beaucoup d’invitations pour aujourd’hui : la suivante attendra "
"demain."

#: events/views/team.py
msgid "The invitation is on its way."
msgstr "L’invitation est en route."

#: events/views/team.py
msgid ""
"The same invitation is open already. Withdraw it below to send another one."
msgstr ""
"La même invitation attend déjà une réponse. Retirez-la plus bas pour en "
"envoyer une autre."

#: events/views/team.py
msgid "The link of this invitation opens nothing any more."
msgstr "Le lien de cette invitation n’ouvre plus rien."

#: events/views/team.py
#, python-format
msgid "%(name)s has this role now: %(role)s."
msgstr "Le rôle de %(name)s est maintenant : %(role)s."

#: events/views/team.py
#, python-format
msgid "%(name)s is no longer in the team."
msgstr "%(name)s n’est plus dans l’équipe."

#: events/views/team.py
#, python-format
msgid "You are no longer in the team of “%(series)s”."
msgstr "Vous n’êtes plus dans l’équipe de « %(series)s »."

#: events/views/team.py
#, python-format
msgid "You are in the team of “%(series)s”."
msgstr "Vous voilà dans l’équipe de « %(series)s »."

#: events/views/team.py
msgid "A café keeps an owner: make somebody else an owner first."
msgstr ""
"Un café garde toujours une personne responsable : confiez d’abord ce rôle à "
"quelqu’un d’autre."

#: members/second_factor.py
msgid ""
"This site asks a second factor of who organizes: set up a passkey or an app "
"here, then go on."
msgstr ""
"Pour organiser, ce site demande un second facteur : ajoutez ici une clé "
"d’accès ou une application, puis continuez."

#: members/second_factor.py
msgid "This site asks a second factor of who organizes: show yours to go on."
msgstr ""
"Pour organiser, ce site demande un second facteur : présentez le vôtre pour "
"continuer."

#: templates/base.html templates/organize/board.html
#: templates/organize/door.html templates/organize/greeter.html
#: templates/organize/team.html
msgid "The door"
msgstr "L’accueil"

#: templates/organize/board.html templates/organize/team.html
msgid "The team"
msgstr "L’équipe"

#: templates/organize/board.html templates/organize/greeter.html
#, python-format
msgid "The team: %(series)s"
msgstr "L’équipe : %(series)s"

#: templates/organize/board.html templates/organize/edition.html
#: templates/organize/history.html
msgid "Who did what"
msgstr "Qui a fait quoi"

#: templates/organize/board.html
#, python-format
msgid "Who did what: %(series)s"
msgstr "Qui a fait quoi : %(series)s"

#: templates/organize/greeter.html
msgid "No evening is announced yet. Its door will stand here."
msgstr ""
"Aucune soirée n’est annoncée pour l’instant. Son accueil s’ouvrira ici."

#: templates/organize/history.html
msgid "The whole history of the series"
msgstr "Tout l’historique de la série"

#: templates/organize/history.html
msgid ""
"With what all organizers of the site share: venues, trades, mails. The door "
"is told on the history of each evening."
msgstr ""
"Avec ce que toutes les équipes du site partagent : lieux, métiers, messages. "
"Ce qui se passe à l’entrée se lit soirée par soirée."

#: templates/organize/history.html
#, python-format
msgid "%(field)s: %(before)s → %(after)s"
msgstr "%(field)s : %(before)s → %(after)s"

#: templates/organize/history.html
msgid "Only this evening"
msgstr "Seulement cette soirée"

#: templates/organize/history.html
#, python-format
msgid "Takes back what was done on %(moment)s."
msgstr "Revient sur ce qui a été fait le %(moment)s."

#: templates/organize/history.html
#, python-format
msgid "Taken back by %(who)s."
msgstr "Défait par %(who)s."

#: templates/organize/history.html
msgid "Take back"
msgstr "Revenir en arrière"

#: templates/organize/history.html
msgid "Nothing yet. Whatever is done at the desk from now on stands here."
msgstr "Rien pour l’instant. Tout ce qui se fait ici s’écrira sur cette page."

#: templates/organize/invitation.html
msgid "Join the team"
msgstr "Rejoindre l’équipe"

#: templates/organize/invitation.html
#, python-format
msgid "You are invited to the team of “%(series)s”. Your role: %(role)s."
msgstr ""
"Une place vous attend dans l’équipe de « %(series)s ». Votre rôle : %(role)s."

#: templates/organize/invitation.html
#, python-format
msgid ""
"You are signed in as %(name)s (%(address)s), and join with this account."
msgstr ""
"Votre compte ici est celui de %(name)s (%(address)s) : c’est avec lui que "
"vous rejoignez l’équipe."

#: templates/organize/invitation.html
msgid "Join"
msgstr "Rejoindre"

#: templates/organize/invitation.html
msgid "This invitation is over"
msgstr "Cette invitation n’est plus valable"

#: templates/organize/invitation.html
msgid ""
"It has been used, withdrawn, or is more than fourteen days old. Ask whoever "
"invited you for another one."
msgstr ""
"Elle a déjà servi, a été retirée, ou date de plus de quatorze jours. "
"Demandez-en une autre à la personne qui vous l’a envoyée."

#: templates/organize/team.html
msgid "everything at the desk, and who is in the team"
msgstr "toute l’organisation, et la composition de l’équipe"

#: templates/organize/team.html
msgid "everything at the desk"
msgstr "toute l’organisation"

#: templates/organize/team.html
msgid "the door, and newcomers"
msgstr "l’entrée, et l’accueil des premières fois"

#: templates/organize/team.html
msgid "(you)"
msgstr "(vous)"

#: templates/organize/team.html
#, python-format
msgid "Make %(role)s"
msgstr "Confier ce rôle : %(role)s"

#: templates/organize/team.html
msgid "Take out of the team"
msgstr "Faire sortir de l’équipe"

#: templates/organize/team.html
msgid "Leave the team"
msgstr "Quitter l’équipe"

#: templates/organize/team.html
msgid "Invite somebody"
msgstr "Inviter quelqu’un"

#: templates/organize/team.html
msgid "Send the invitation"
msgstr "Envoyer l’invitation"

#: templates/organize/team.html
msgid "Invitations on their way"
msgstr "Invitations en attente"

#: templates/organize/team.html
#, python-format
msgid "good until %(day)s"
msgstr "valable jusqu’au %(day)s"

#: templates/organize/team.html
msgid "Withdraw"
msgstr "Retirer"

#: templates/organize/team.html
msgid "Owners decide who is in the team."
msgstr "Les responsables décident qui est dans l’équipe."

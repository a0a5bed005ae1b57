"""The demo's evenings: what was talked about and what will be."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Evening:
    """The theme, the programme (Markdown) and the venue of one edition; an old one knows its number and date too.

    `about` names the trades of the theme by their keys.
    """

    theme: str
    programme: str
    venue: str | None
    number: int | None = None
    day: datetime.date | None = None
    people: int = 30
    starts: datetime.time = datetime.time(19)
    recap: str = ""
    about: str = ""


SERIES_DESCRIPTION = """\
Un café où se retrouvent celles et ceux qui font vivre des communautés : pour une marque, un jeu, un forum, un \
intranet, une cause, un lieu. Il change d’adresse à chaque fois, reçu par une autre maison.

Vient qui veut. On dit bonjour, on dit ce que l’on fait, et l’on découvre souvent le nom de son propre métier."""

_day = datetime.date

# What is remembered of the first fifteen years; the numbers between them were held and not written down.
OLD = [
    Evening(
        "Faire connaissance",
        "Première rencontre. Quelqu’un a lancé l’idée, une quarantaine de personnes sont venues.\n\n"
        "- 18 h : qui êtes-vous, et qui animez-vous ?\n- 19 h : le mot « community manager » nous va-t-il ?\n"
        "- ensuite : on échange les cartes de visite et l’on promet de recommencer",
        "Au Père Tranquille",
        1,
        _day(2009, 4, 15),
        38,
        datetime.time(18),
    ),
    Evening(
        "Un métier, dix fiches de poste",
        "Chacun apporte la sienne, réelle ou rêvée. On les étale sur la table et l’on cherche ce qu’elles ont en "
        "commun.\n\n"
        "Réponse provisoire : **une communauté et une plateforme**. Tout le reste change.",
        "Au Père Tranquille",
        2,
        _day(2009, 5, 27),
        34,
    ),
    Evening(
        "Forums : l’art de dire non",
        "Une soirée avec des gens qui modèrent depuis que le modem sifflait.\n\n"
        "1. La règle que vous ne lèverez jamais\n2. Le membre que vous avez eu tort d’exclure\n3. Ce que vous "
        "diriez à qui débute",
        "La Cantine",
        5,
        _day(2009, 9, 30),
        29,
        about="moderation",
    ),
    Evening(
        "L’inconscient collectif",
        "Reçus par **JMS**. De quoi une communauté parle-t-elle quand elle croit parler d’autre chose ?\n\n"
        "- les mots qu’un groupe s’invente, et ceux qu’il évite\n- rites d’entrée, rites de passage, rites de départ\n"
        "- discussion, puis buffet",
        "JMS",
        10,
        _day(2010, 2, 24),
        42,
    ),
    Evening(
        "Un million de joueurs dans la salle",
        "Comment écoute-t-on une foule ? Trois récits venus du jeu en ligne : une mise à jour mal comprise, un "
        "mariage de "
        "personnages, une grève de guildes.",
        "La Cantine",
        17,
        _day(2010, 11, 24),
        36,
        about="jeu-video",
    ),
    Evening(
        "Le petit groupe contre la grande page",
        "Deux cents personnes qui s’écrivent valent-elles cent mille abonnements ? Débat à chaises tournantes : "
        "on change de "
        "camp toutes les dix minutes.",
        "Au Père Tranquille",
        25,
        _day(2011, 9, 28),
        31,
    ),
    Evening(
        "À l’intérieur : le réseau social des collègues",
        "- pourquoi personne ne poste le premier\n- le rôle du chef qui commente\n- trois communautés internes "
        "qui marchent, et "
        "pourquoi on n’en parle jamais",
        "La Cantine",
        33,
        _day(2012, 5, 30),
        33,
        about="rse-intranet",
    ),
    Evening(
        "La veille, sport d’endurance",
        "Six cents sources, une heure par jour. Démonstrations d’outils, de carnets et de renoncements.\n\n"
        "> Veiller, c’est surtout choisir ce que l’on ne lira pas.",
        "La Gaîté Lyrique",
        43,
        _day(2013, 6, 26),
        35,
        about="veille",
    ),
    Evening(
        "Bénévoles : donner, demander, remercier",
        "Associations, wikis, festivals : qui fait quoi gratuitement, et ce que l’on doit en retour. Atelier "
        "« cent façons de dire "
        "merci », aucune ne passe par un badge.",
        "Point Éphémère",
        54,
        _day(2014, 10, 29),
        28,
        about="public-asso passion",
    ),
    Evening(
        "Après l’orage",
        "Trois retours de crise, racontés sans nom de marque. Ce qui a été écrit à chaud, ce que l’on aurait dû "
        "écrire, ce "
        "que l’on a fini par écrire.",
        "Mairie de Paris Centre",
        71,
        _day(2016, 6, 29),
        32,
        about="crise",
    ),
    Evening(
        "Un lieu, une communauté",
        "Reçus dans un quartier provisoire. Visite, puis tablée : que change le fait de se croiser dans l’escalier ?",
        "Les Grands Voisins",
        81,
        _day(2017, 9, 27),
        44,
        about="lieux",
    ),
    Evening(
        "Dix ans, et toujours pas de définition",
        "L’anniversaire. On relit les fiches de poste de 2009 à voix haute, on rit, on en écrit de nouvelles.\n\n"
        "Chacun apporte une tasse ; les tasses restent au lieu.",
        "Au Père Tranquille",
        97,
        _day(2019, 4, 24),
        45,
    ),
    Evening(
        "Se revoir",
        "Premier café depuis la longue pause. Pas de programme : des chaises espacées, du temps, et une question. "
        "*Qu’est-ce que vos communautés vous ont appris pendant tout ce temps ?*",
        "La REcyclerie",
        105,
        _day(2021, 9, 29),
        26,
    ),
]

# The latest month first; as many as there are months to fill.
RECENT = [
    Evening(
        "Les premiers cent membres",
        "On parle beaucoup de grandir, rarement de commencer.\n\n- **19 h** : accueil, un café, un prénom\n"
        "- **19 h 20** : trois débuts racontés (un forum de jardinage, un outil libre, un club de quartier)\n"
        "- **20 h** : ateliers à six, avec vos propres débuts\n- **21 h** : on se mélange",
        "Césure",
        people=37,
    ),
    Evening(
        "Modérer sans s’abîmer",
        "Ce que l’on voit, ce que l’on garde pour soi, ce que l’on devrait pouvoir poser. Avec une "
        "équipe de modération de nuit et une psychologue du travail.\n\n1. Repérer l’usure\n2. Répartir la charge\n"
        "3. Demander de l’aide, et à qui",
        "Médiathèque Marguerite-Duras",
        people=33,
        recap="Trois heures, une trentaine de personnes, et un silence rare quand l’équipe de nuit a raconté ses deux "
        "premiers mois.\n\n**Ce que nous gardons**\n\n- L’usure se voit d’abord sur les petites choses : on répond "
        "plus sec, on relit moins. La noter dans un carnet partagé aide à la voir chez soi.\n"
        "- Personne ne devrait faire deux nuits de suite, ni regarder seul le pire de la file.\n"
        "- Demander de l’aide est plus simple quand on sait d’avance à qui : un nom, un numéro, une heure.\n\n"
        "**À lire ensuite** : les consignes de relève que l’équipe a bien voulu nous laisser, au tableau de la "
        "médiathèque jusqu’à la fin du mois.\n\nMerci à la médiathèque pour les fauteuils, et pour le thé.",
        about="moderation crise",
    ),
    Evening(
        "Discord, Slack, forum : où habiter ?",
        "Chaque maison a ses courants d’air. On compare non les fonctions, mais **ce qu’elles font aux "
        "conversations** : la "
        "mémoire, le rythme, l’entrée des nouvelles personnes.",
        "Point Éphémère",
        people=41,
        about="entraide passion",
    ),
    Evening(
        "L’été des communautés : laisser respirer",
        "Que se passe-t-il quand on n’anime plus ? Récits de pauses voulues ou subies. La soirée est courte, la "
        "terrasse longue.",
        "Le Hasard Ludique",
        people=24,
    ),
    Evening(
        "Mesurer ce qui compte",
        "Un tableau de bord que l’on ouvre avec plaisir, est-ce possible ?\n\n- les chiffres que l’on vous demande\n"
        "- ceux dont vous avez besoin\n- ceux que l’on devrait cesser de regarder\n\nApportez une capture "
        "d’écran, même laide.",
        "Mairie de Paris Centre",
        people=38,
        about="pilotage",
    ),
    Evening(
        "Ambassadrices, ambassadeurs : et après ?",
        "Recruter est facile, tenir la distance l’est moins. Deux programmes racontés par celles et ceux "
        "qui en font partie, et non par celles et ceux qui les pilotent.",
        "La REcyclerie",
        people=35,
        about="ambassadeurs marque",
    ),
    Evening(
        "Écrire pour être lu debout",
        "Atelier d’écriture. On réduit un règlement de quatre pages à une carte postale, puis une annonce à une "
        "phrase.\n\n"
        "Matériel fourni : ciseaux, cartes postales, mauvaise foi.",
        "Médiathèque Françoise-Sagan",
        people=22,
        about="contenu moderation",
    ),
    Evening(
        "Jouer ensemble, même en colère",
        "Les communautés de jeu vidéo fêtent, se fâchent et reviennent. Un studio, un tournoi amateur et un serveur de "
        "trente mille personnes ouvrent leurs coulisses.",
        "La Gaîté Lyrique",
        people=46,
        about="jeu-video moderation",
    ),
    Evening(
        "Le premier message",
        "Celui que reçoit une personne qui vient d’arriver. On lit les nôtres à voix haute, on les réécrit à deux, on "
        "repart avec une version plus chaleureuse.",
        "Césure",
        people=31,
    ),
    Evening(
        "Communautés de pratique : garder ce que l’on sait",
        "Soudure, notariat, soins : des métiers qui se transmettent en parlant. Comment aide-t-on une "
        "organisation à **se souvenir** sans noyer tout le monde sous les documents ?",
        "Médiathèque Marguerite-Duras",
        people=29,
        about="pratiques-km apprentissage",
    ),
    Evening(
        "L’année d’avant, l’année d’après",
        "Chacun dit en une minute ce qui a marché, ce qui a raté, ce qui vient. Puis tirage au sort des binômes "
        "de l’année.",
        "Au Père Tranquille",
        people=40,
    ),
    Evening(
        "Répondre, mais à quelle heure ?",
        "Relation client sur les réseaux, astreintes et attentes. Trois équipes comparent leurs horaires, leurs "
        "outils et leur sommeil.",
        "Mairie de Paris Centre",
        people=30,
        about="relation-client entraide",
    ),
    Evening(
        "Faire venir, faire rester",
        "L’acquisition d’un côté, l’accueil de l’autre : deux équipes qui se parlent peu. On les assoit à la "
        "même table.\n\n"
        "- dix minutes de chiffres\n- dix minutes de portraits\n- une heure pour les réconcilier",
        "Le Centquatre-Paris",
        people=39,
        about="ads-acquisition marque",
    ),
    Evening(
        "La communauté, voix du produit",
        "Votes, bêtas, panels, courriers indignés : comment une remarque devient une décision. Avec un cahier de "
        "doléances fictif à trier en équipe.",
        "Point Éphémère",
        people=34,
        about="produit",
    ),
    Evening(
        "Accessibles, vraiment ?",
        "Sous-titres, descriptions d’images, langue simple, horaires, escaliers. On fait ensemble la visite "
        "critique d’une annonce d’événement, la nôtre.",
        "Médiathèque Françoise-Sagan",
        people=23,
        about="evenements contenu",
    ),
    Evening(
        "Direct, dans cinq secondes",
        "Animer un chat pendant un direct : régie, modération, relances, imprévus. Démonstration en conditions "
        "réelles, pannes "
        "comprises.",
        "La Gaîté Lyrique",
        people=43,
        about="video-live moderation",
    ),
    Evening(
        "Les communautés de voisins",
        "Rues, immeubles, écoles : quand tout le monde se connaît, on modère autrement. Avec une régie de quartier et "
        "l’équipe d’une ressourcerie.",
        "La REcyclerie",
        people=32,
        about="lieux public-asso",
    ),
    Evening(
        "L’open source est une table longue",
        "Première contribution, première relecture, premier désaccord public. Comment des inconnus construisent "
        "quelque chose sans se voir, et pourquoi ils finissent par prendre un café.",
        "Césure",
        people=36,
        about="devrel",
    ),
]

# In their order: places left; full, with people waiting; called off; its venue to be confirmed.
OPEN = Evening(
    "Un petit inventaire de nos métiers",
    "Nous faisons toutes et tous « du community management », et personne ne fait la même chose. Ce soir, on dresse "
    "l’inventaire.\n\n"
    "- **19 h** : accueil ; à l’entrée, chacun écrit son métier sur une carte\n"
    "- **19 h 30** : cinq portraits en cinq minutes (un intranet, un million de joueurs, une marque de thé, une veille "
    "intensive, une chorale)\n"
    "- **20 h 15** : on range les cartes ensemble sur le grand mur\n"
    "- **21 h** : verre au foyer\n\n"
    "Première fois ? Venez comme vous êtes : quelqu’un accueille près de la porte.",
    "La Gaîté Lyrique",
    people=41,
)
FULL = Evening(
    "Apprivoiser les chiffres sans perdre les gens",
    "Atelier en petit comité, dans une salle de lecture.\n\n"
    "1. Chacun apporte **un** chiffre qu’il doit rendre chaque mois\n"
    "2. On cherche qui se trouve derrière\n"
    "3. On écrit la phrase qui devrait l’accompagner\n\n"
    "La salle est petite : si vous ne pouvez plus venir, libérez votre place, quelqu’un l’attend.",
    "Médiathèque Françoise-Sagan",
    people=24,
    about="pilotage social-media",
)
CALLED_OFF = Evening(
    "Une nuit au forum",
    "Veillée de modération en direct, avec trois équipes de nuit et beaucoup de thé.",
    "Le Hasard Ludique",
    people=14,
    about="moderation entraide",
)
CANCELLATION_REASON = (
    "La salle entre en travaux plus tôt que prévu, et une veillée ne se déplace pas sans ses fauteuils. "
    "Le thème reviendra."
)
TO_BE_PLACED = Evening(
    "Dire au revoir : fermer une communauté",
    "Il arrive qu’une communauté ait fait son temps. Comment l’annoncer, que garder, qui remercier ? Récits de "
    "fins réussies.\n\n"
    "*Le lieu n’est pas encore trouvé. Vous avez une salle pour une quarantaine de personnes ? Écrivez-nous.*",
    None,
    people=17,
    about="passion crise",
)

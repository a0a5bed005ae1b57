"""The demo's venues: real public addresses in Paris, described neutrally; what is said of access is invented."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """One venue; `scene` names its drawing, `checked` says how many days ago its access was looked at.

    `more` are further drawings, each with what it shows; what only some may read is invented too.

    In `access` a letter stands for a fact, in the order of Venue.ACCESS_FACTS: y is yes, n is no, a dot unknown.
    """

    name: str
    address: str
    postal_code: str
    position: tuple[float, float] | None
    transport: str
    capacity: int | None
    description: str
    host: str = ""
    access: str = "........"
    door_width: int | None = None
    checked: int | None = None
    scene: str = ""
    photo_alt: str = ""
    more: tuple[tuple[str, str], ...] = ()
    getting_in: str = ""
    contact: str = ""
    notes: str = ""


PLACES = [
    Place(
        "Au Père Tranquille",
        "16 rue Pierre Lescot",
        "75001",
        (48.8622, 2.3482),
        "Métro Les Halles (4), Étienne Marcel (4) ; RER Châtelet–Les Halles (A, B, D)",
        45,
        "Le café des débuts, au coin de la rue Rambuteau. La salle de l’étage donne sur les Halles : on s’y "
        "serre, on s’y "
        "entend, et l’on n’en part jamais à l’heure prévue.",
        host="Au Père Tranquille",
        access="nnnny.ny",
        door_width=78,
        checked=160,
        scene="terrace",
        photo_alt="Dessin : la devanture d’un café parisien, son store rayé, ses tables de marbre et un raton laveur",
        getting_in="À l’étage : traversez la salle, l’escalier est au fond à gauche. Dites « pour le café ».",
        contact="Le comptoir",
        notes="Réserver l’étage une semaine avant, et dire le nombre le matin même.",
    ),
    Place(
        "La Cantine",
        "151 rue Montmartre, passage des Panoramas",
        "75002",
        (48.8715, 2.3421),
        "Métro Grands Boulevards (8, 9), Bourse (3)",
        60,
        "Espace de coworking du passage des Panoramas, où beaucoup de rencontres du web parisien ont commencé. "
        "Le lieu a "
        "depuis fermé ; sa page reste, pour mémoire.",
        host="La Cantine",
        access="y.......",
        scene="passage",
        photo_alt="Dessin : un passage couvert sous sa verrière, ses boutiques éclairées et quelques silhouettes",
    ),
    Place(
        "JMS",
        "",
        "",
        None,
        "",
        None,
        "L’organisation qui a reçu la soirée « L’inconscient collectif ». L’adresse exacte n’a pas été gardée.",
        host="JMS",
    ),
    Place(
        "La Gaîté Lyrique",
        "3 bis rue Papin",
        "75003",
        (48.8666, 2.3535),
        "Métro Réaumur–Sébastopol (3, 4), Arts et Métiers (3, 11)",
        80,
        "Un théâtre du XIXe siècle devenu lieu de création. On se retrouve dans le foyer, sous les dorures, puis "
        "l’on descend en salle quand quelqu’un a quelque chose à montrer.",
        host="La Gaîté Lyrique",
        access="yyyyyy.y",
        door_width=90,
        checked=42,
        scene="theatre",
        photo_alt="Dessin : une scène de théâtre, trois personnes assises sous les projecteurs, la salle pleine",
        more=(
            ("hall", "Dessin : le foyer sous sa verrière, des tables hautes et des gens debout"),
            ("library", "Dessin : la salle du fond, ses rayonnages et une longue table de travail"),
        ),
        getting_in="Entrée des artistes, à droite de la façade : sonnez « Foyer ». Code 4826B, 1er étage.",
        contact="L’accueil des publics",
        notes="Écran et micro sur place. La régie ferme à 22 h précises.",
    ),
    Place(
        "La REcyclerie",
        "83 boulevard Ornano",
        "75018",
        (48.8976, 2.3445),
        "Métro Porte de Clignancourt (4) ; tram T3b Porte de Clignancourt",
        55,
        "Une ancienne gare de la Petite Ceinture, avec sa grande salle vitrée et ses plantes au bord des rails. "
        "Chacun commande au comptoir et débarrasse sa table.",
        host="La REcyclerie",
        access="y.yy.ynn",
        door_width=95,
        checked=75,
        scene="station",
        photo_alt="Dessin : une petite gare rose, son quai planté, des tables et une bicyclette rouge",
    ),
    Place(
        "Médiathèque Françoise-Sagan",
        "8 rue Léon-Schwartzenberg",
        "75010",
        (48.8757, 2.3557),
        "Métro Gare de l’Est (4, 5, 7), Château d’Eau (4)",
        24,
        "Une médiathèque autour d’une cour à arcades, plantée de palmiers. La salle du rez-de-chaussée est "
        "petite et claire : "
        "on s’y parle sans micro.",
        host="Bibliothèques de la Ville de Paris",
        access="yyyyyyy.",
        door_width=92,
        checked=28,
        scene="cloister",
        photo_alt="Dessin : une cour claire à arcades, des palmiers et des lectrices sur un banc",
        more=(("library", "Dessin : la salle du rez-de-chaussée, ses livres et ses lampes vertes"),),
        getting_in="Par la grille de la cour, votre nom est sur la liste. Prévoyez une pièce d’identité.",
        contact="La médiathèque",
        notes="Dire le nombre exact la veille : le gardien compte.",
    ),
    Place(
        "Médiathèque Marguerite-Duras",
        "115 rue de Bagnolet",
        "75020",
        (48.8603, 2.4012),
        "Métro Alexandre Dumas (2), Porte de Bagnolet (3) ; tram T3b Marie de Miribel",
        40,
        "Une grande médiathèque de l’Est parisien. On y vient tôt pour flâner dans les rayons, et l’on parle "
        "bas jusqu’à la porte de la salle.",
        host="Bibliothèques de la Ville de Paris",
        access="yyy.yyyy",
        door_width=90,
        checked=110,
        scene="library",
        photo_alt="Dessin : une salle de lecture aux murs de livres, une longue table et des lampes vertes",
    ),
    Place(
        "Le Centquatre-Paris",
        "5 rue Curial",
        "75019",
        (48.8900, 2.3714),
        "Métro Riquet (7), Stalingrad (2, 5, 7)",
        70,
        "Une halle immense où l’on danse, jongle et répète à toute heure. Rendez-vous près du café, sous la "
        "verrière ; on vous reconnaît à votre tasse.",
        host="Le Centquatre-Paris",
        access="yyyn.y.y",
        door_width=120,
        checked=61,
        scene="hall",
        photo_alt="Dessin : une halle sous sa charpente de fer, des tables, des plantes et des gens debout",
    ),
    Place(
        "Mairie de Paris Centre",
        "2 rue Eugène-Spuller",
        "75003",
        (48.8639, 2.3617),
        "Métro Temple (3), République (3, 5, 8, 9, 11)",
        50,
        "Une salle de la mairie d’arrondissement, face au square du Temple. Une pièce d’identité "
        "peut être demandée à l’entrée.",
        host="Mairie de Paris Centre",
        access="yyynyy.y",
        door_width=85,
        checked=133,
        scene="town hall",
        photo_alt="Dessin : une mairie à la nuit tombée, ses colonnes, son horloge et ses fenêtres éclairées",
        getting_in="Entrée par la rue Eugène-Spuller, pièce d’identité demandée. 2e étage, ascenseur à gauche.",
    ),
    Place(
        "Césure",
        "13 rue de Santeuil",
        "75005",
        (48.8395, 2.3537),
        "Métro Censier–Daubenton (7)",
        60,
        "Un ancien campus devenu tiers-lieu : ateliers, associations, salles de cours et cantine. Suivez les "
        "flèches peintes "
        "au sol jusqu’au bâtiment B.",
        host="Plateau Urbain",
        access="yn.y.ny.",
        checked=92,
        scene="slab",
        photo_alt="Dessin : un immeuble des années soixante-dix dont chaque fenêtre éclairée montre un petit monde",
    ),
    Place(
        "Le Hasard Ludique",
        "128 avenue de Saint-Ouen",
        "75018",
        (48.8955, 2.3287),
        "Métro Porte de Saint-Ouen (13), Guy Môquet (13)",
        45,
        "Une autre gare de la Petite Ceinture, rouverte avec son quai. L’été, la soirée descend au bord des voies.",
        host="Le Hasard Ludique",
        access=".n..ny.y",
        checked=201,
        scene="evening station",
        photo_alt="Dessin : une ancienne gare au crépuscule, ses baies éclairées et ses guirlandes au-dessus du quai",
    ),
    Place(
        "Point Éphémère",
        "200 quai de Valmy",
        "75010",
        (48.8815, 2.3686),
        "Métro Jaurès (2, 5, 7 bis), Louis Blanc (7, 7 bis)",
        50,
        "Un ancien entrepôt au bord du canal Saint-Martin : concerts, ateliers et terrasse. Par "
        "beau temps, on sort les chaises.",
        host="Point Éphémère",
        access="y.y..n.y",
        door_width=110,
        checked=150,
        scene="quay",
        photo_alt="Dessin : le quai d’un canal, un entrepôt à arcades, une passerelle et une péniche",
    ),
    Place(
        "Les Grands Voisins",
        "74 avenue Denfert-Rochereau",
        "75014",
        (48.8376, 2.3339),
        "Métro Denfert-Rochereau (4, 6) ; RER B",
        90,
        "Un quartier provisoire installé dans un ancien hôpital, avec ses cours et ses grandes "
        "tables. L’aventure s’est achevée en 2020 ; les tablées, elles, sont restées dans les mémoires.",
        host="Plateau Urbain",
        access="y..y.y.y",
        scene="garden",
        photo_alt="Dessin : une grande cour la nuit, de longues tablées sous des guirlandes d’ampoules",
    ),
]

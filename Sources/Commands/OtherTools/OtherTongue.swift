/// Words of German, French and Spanish that students type for a verb.
enum OtherTongue {
  /// The verb that a word means; nil for a word that means none.
  static func verb(_ word: String) -> String? { verbs[word.lowercased()] }

  /// The option that a word means, without its accents; nil for one that means none.
  static func option(_ word: String) -> String? { options[word.lowercased()] }

  private static let options: [String: String] = [
    "epoche": "epochs", "epochen": "epochs", "epoque": "epochs", "epoques": "epochs",
    "epoca": "epochs", "epocas": "epochs", "lernrate": "rate", "schrittweite": "rate",
    "taux": "rate", "tasa": "rate", "stapel": "batch", "lot": "batch", "lote": "batch",
    "verlust": "loss", "perte": "loss", "perdida": "loss", "optimierer": "optimizer",
    "optimiseur": "optimizer", "optimizador": "optimizer", "rauschen": "noise", "bruit": "noise",
    "ruido": "noise", "punkte": "points", "puntos": "points", "einheiten": "units",
    "unites": "units", "unidades": "units", "klassen": "classes", "clases": "classes",
  ]

  private static let verbs: [String: String] = [
    "hilfe": "help", "beenden": "quit", "ende": "quit", "schluss": "quit", "verlassen": "quit",
    "daten": "data", "datensatz": "data", "netz": "network", "netzwerk": "network",
    "modell": "network", "schicht": "add dense 8 relu", "trainiere": "train",
    "trainieren": "train", "lade": "load", "laden": "load", "speichere": "save",
    "speichern": "save", "zeichne": "plot", "zeichnen": "plot", "zeige": "show",
    "zeigen": "show", "anzeigen": "show", "lerne": "learn", "lernen": "learn",
    "lektion": "learn", "lektionen": "learn", "zurück": "undo", "rückgängig": "undo",
    "löschen": "delete", "vergleiche": "compare", "vergleichen": "compare", "suche": "search",
    "suchen": "search", "erkläre": "explain", "erklären": "explain", "drucke": "print",
    "warum": "why", "bewerten": "evaluate", "auswerten": "evaluate", "vorhersage": "predict",
    "vorhersagen": "predict", "aufteilen": "split", "teilen": "split", "hinzufügen": "add",
    "entfernen": "remove", "skalieren": "scale", "verlauf": "plot loss",
    "aide": "help", "quitter": "quit", "sortir": "quit", "données": "data", "donnees": "data",
    "réseau": "network", "reseau": "network", "modèle": "network", "modele": "network",
    "entraîner": "train", "entrainer": "train", "charger": "load", "enregistrer": "save",
    "sauvegarder": "save", "tracer": "plot", "dessiner": "plot", "afficher": "show",
    "montrer": "show", "apprendre": "learn", "leçon": "learn", "leçons": "learn",
    "annuler": "undo", "supprimer": "delete", "comparer": "compare", "chercher": "search",
    "expliquer": "explain", "imprimer": "print", "pourquoi": "why", "évaluer": "evaluate",
    "evaluer": "evaluate", "prédire": "predict", "predire": "predict", "ajouter": "add",
    "ayuda": "help", "salir": "quit", "datos": "data", "red": "network", "modelo": "network",
    "entrenar": "train", "cargar": "load", "guardar": "save", "graficar": "plot",
    "dibujar": "plot", "mostrar": "show", "aprender": "learn", "lección": "learn",
    "deshacer": "undo", "borrar": "delete", "comparar": "compare", "buscar": "search",
    "explicar": "explain", "imprimir": "print", "evaluar": "evaluate", "predecir": "predict",
    "añadir": "add", "agregar": "add",
  ]
}

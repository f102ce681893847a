/// Words of German, French and Spanish that students type for a verb, with or without their accents.
package enum OtherTongue {
  /// The verb that a word means; nil for a word that means none.
  package static func verb(_ word: String) -> String? {
    verbs[PlainLetter.folded(word.lowercased())]
  }

  /// The option that a word means, without its accents; nil for one that means none.
  package static func option(_ word: String) -> String? { options[word.lowercased()] }

  private static let options: [String: String] = [
    "epoche": "epochs", "epochen": "epochs", "epoque": "epochs", "epoques": "epochs",
    "epoca": "epochs", "epocas": "epochs", "lernrate": "rate", "schrittweite": "rate",
    "taux": "rate", "tasa": "rate", "stapel": "batch", "lot": "batch", "lote": "batch",
    "verlust": "loss", "perte": "loss", "perdida": "loss", "optimierer": "optimizer",
    "optimiseur": "optimizer", "optimizador": "optimizer", "rauschen": "noise", "bruit": "noise",
    "ruido": "noise", "punkte": "points", "puntos": "points", "einheiten": "units",
    "unites": "units", "unidades": "units", "klassen": "classes", "clases": "classes",
  ]

  /// The words without their accents, each with its verb; an umlaut is written in two ways.
  private static let verbs: [String: String] = {
    var verbs: [String: String] = [:]
    for (verb, words) in table {
      for word in words.split(separator: " ").map(String.init) {
        for key in [PlainLetter.folded(word), PlainLetter.folded(withoutUmlauts(word))]
        where verbs[key] == nil {
          verbs[key] = verb
        }
      }
    }
    return verbs
  }()

  private static func withoutUmlauts(_ word: String) -> String {
    [("ä", "ae"), ("ö", "oe"), ("ü", "ue")].reduce(word) { $0.replacing($1.0, with: $1.1) }
  }

  /// What is typed here, and the words of each tongue for it: to do it, do it, it is done, the thing.
  package static let table: [(line: String, words: String)] = [
    (
      "help",
      "hilfe hilf helfen befehle anleitung aide aider aidez commandes ayuda ayudar ayúdame comandos"
    ),
    (
      "quit",
      """
      beenden beende ende schluss verlassen verlasse tschüss tschüß schließen quitter quitte quittez \
      sortir sors fin adieu fermer salir sal terminar fin cerrar adiós
      """
    ),
    (
      "learn",
      """
      lerne lernen lektion übung aufgabe unterricht kurs apprendre apprends apprenez leçon exercice \
      cours aprender aprende lección ejercicio curso
      """
    ),
    ("inspect", "inspizieren inspiziere inspecter inspecte inspectez inspeccionar inspecciona"),
    ("lessons", "lektionen übungen aufgaben leçons exercices lecciones ejercicios"),
    (
      "explain",
      """
      erkläre erklären erklär erklärung bedeutung begriff expliquer explique expliquez explication \
      définir définition explicar explica explicación definir definición
      """
    ),
    (
      "data",
      "daten datensatz datensätze données jeu datos conjunto donnee"
    ),
    ("fetch", "herunterladen hole holen télécharger télécharge descargar descarga bajar"),
    (
      "split",
      "aufteilen teilen teile trennen partager partage séparer diviser divise dividir divide separar"
    ),
    ("folds 5", "kreuzvalidierung validation_croisée plis pliegues validación_cruzada"),
    ("features x1^2", "merkmale merkmal caractéristiques attributs características atributos"),
    (
      "scale standard",
      """
      skalieren skaliere normieren normiere standardisieren normaliser normalise échelle escalar escala \
      normalizar
      """
    ),
    ("take 100", "nimm nehmen prendre prends tomar toma"),
    (
      "network",
      "netz netzwerk neuronales modell réseau modèle red modelo neuronal"
    ),
    (
      "add dense 8 relu",
      """
      schicht schichten hinzufügen hinzu füge ergänzen couche couches ajouter ajoute ajoutez capa capas \
      añadir añade agregar agrega
      """
    ),
    ("insert 2 dropout 0.3", "einfügen insérer insère insertar inserta"),
    (
      "replace 1 dense 8 relu", "ersetzen ersetze remplacer remplace reemplazar reemplaza sustituir"
    ),
    ("remove 1", "entfernen entferne enlever enlève retirer retire quitar quita eliminar elimina"),
    ("freeze 1", "einfrieren geler gèle figer congelar congela"),
    ("unfreeze 1", "auftauen dégeler dégèle descongelar descongela"),
    (
      "initialize",
      "initialisieren initialisiere initialiser initialise réinitialiser inicializar inicializa"
    ),
    ("copy", "kopieren kopiere copier copie copiez copiar copia"),
    ("use", "benutze benutzen verwende verwenden utiliser utilise usar usa utilizar"),
    (
      "load",
      "lade laden öffnen öffne charger charge chargez ouvrir ouvre cargar carga abrir abre"
    ),
    (
      "train",
      """
      trainiere trainieren trainier trainiert entraîner entraîne entraînez entraînement entrenar entrena \
      entrenamiento
      """
    ),
    ("resume", "fortsetzen reprendre reprends reanudar"),
    ("when loss < 0.1 do stop", "wenn falls quand lorsque si cuando"),
    ("forward", "vorwärts avancer avant adelante"),
    ("backward", "rückwärts reculer arrière atrás"),
    ("step", "schritt étape paso"),
    (
      "evaluate",
      "bewerten bewerte auswerten auswertung testen évaluer évalue évaluation evaluar evalúa evaluación"
    ),
    (
      "predict",
      "vorhersage vorhersagen sagvorher prédire prédis prédiction predecir predice predicción"
    ),
    (
      "search random rate=0.0001..1 log",
      "suche suchen such chercher cherche recherche buscar busca búsqueda"
    ),
    ("plan", "planen planifier planificar"),
    ("best", "beste bestes meilleur meilleure mejor"),
    (
      "plot",
      """
      zeichne zeichnen grafik bild diagramm darstellen tracer trace dessiner dessine graphique courbe \
      graficar grafica gráfico gráfica dibujar dibuja
      """
    ),
    ("film", "película"),
    (
      "show",
      "zeige zeigen zeig anzeigen afficher affiche affichez montrer montre montrez mostrar muestra ver"
    ),
    ("print", "drucke drucken ausgeben ausgabe imprimer imprime imprimez imprimir escribir"),
    ("distance", "abstand entfernung écart distancia"),
    ("diagnose", "diagnostizieren diagnostiquer diagnostic diagnosticar diagnóstico"),
    (
      "compare",
      "vergleiche vergleichen vergleich comparer comparez comparaison comparar compara comparación"
    ),
    ("turn", "drehen drehe tourner tourne girar gira"),
    ("ensemble", "mittelung conjuntos"),
    ("runs", "läufe durchläufe essais exécutions ejecuciones"),
    ("why", "warum wieso weshalb pourquoi porqué"),
    ("check", "prüfe prüfen überprüfen vérifier vérifie comprobar comprueba verificar"),
    ("stop", "halt anhalten aufhören arrêter arrête parar detener"),
    ("seed 3", "zufallszahl startwert graine semilla"),
    ("set", "einstellen einstellung einstellungen réglages régler ajustes configurar"),
    ("let", "sei setze soit poser sea"),
    ("for", "für pour para"),
    ("end", "endefür"),
    ("note", "notiz notizen merke noter nota anotar"),
    ("edit", "bearbeiten bearbeite ändern ändere éditer modifier editar modificar cambiar"),
    ("undo", "zurück rückgängig widerrufen annuler annule retour deshacer deshaz volver"),
    ("redo", "wiederherstellen wiederholen refaire rétablir rehacer"),
    ("delete", "löschen lösche supprimer supprime effacer efface borrar borra"),
    ("cells", "zellen cellules celdas"),
    ("run", "ausführen starte starten exécuter exécute lancer lance ejecutar ejecuta"),
    (
      "save",
      """
      speichere speichern sichern enregistrer enregistre sauvegarder sauvegarde sauver guardar guarda \
      salvar
      """
    ),
    ("show history", "verlauf geschichte historique historial"),
  ]
}

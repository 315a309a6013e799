namespace Copilot.Tests.Knowledge.Analysis;

/// <summary>Sentences, questions and headings of a distributor in each language, from one word to a dozen.</summary>
internal static class Sentences
{
    public static IReadOnlyDictionary<string, string[]> ByLanguage { get; } = new Dictionary<string, string[]>
    {
        ["en"] = Lines(
            """
            How long may gloves be returned?
            Who approves a credit note above 500 euros?
            What is the notice period of the agreement with Nordlicht?
            Where are hazardous goods stored?
            Which carrier delivers to Switzerland?
            Is the freight paid by the customer?
            The pallet must be wrapped before it leaves the dock.
            Damaged parcels are photographed and set aside.
            Returns are credited within ten days of their arrival.
            All deliveries are made by lorry unless agreed otherwise.
            The supplier warrants that the goods are free from defects.
            Late payment bears interest at two per cent a month.
            Either party may end this agreement with three months' notice.
            The warehouse is closed on public holidays.
            Each order is confirmed in writing on the day it arrives.
            Count the cartons twice and sign the sheet.
            Keep the aisle clear at all times.
            Do we ship to Norway?
            Can I cancel an order?
            When does the discount apply?
            Minimum order value
            Delivery terms and conditions
            Return of unused goods
            Price list for the current year
            Handling of dangerous goods
            Stock counting procedure
            Credit limit approval
            Warranty claims
            Opening hours of the loading dock
            Packing instructions
            The buyer shall inspect the goods without delay.
            This policy applies to all sites of the company.
            Forklift drivers need a valid licence.
            Nobody may enter the cold room alone.
            Report every accident to the shift leader.
            Rebates are paid out once a year in January.
            Our prices are quoted without tax.
            An invoice is due thirty days after its date.
            If the goods are short, note it on the delivery note.
            Samples are free of charge.
            Please tell me the rule for partial deliveries.
            Does the framework agreement cover spare parts?
            The customer collects the goods himself.
            What happens if a shipment is lost?
            Expired lots are destroyed under supervision.
            Transport insurance is taken out by the seller.
            These instructions replace the earlier ones.
            It was agreed that both sides share the cost.
            Labels are printed at station four.
            Only trained staff may open the battery room.
            """),
        ["fr"] = Lines(
            """
            Combien de temps peut-on retourner des gants ?
            Qui approuve un avoir de plus de 500 euros ?
            Quel est le délai de préavis du contrat avec Nordlicht ?
            Où sont stockées les marchandises dangereuses ?
            Quel transporteur livre en Suisse ?
            Le client paie-t-il le port ?
            La palette doit être filmée avant de quitter le quai.
            Les colis abîmés sont photographiés et mis de côté.
            Les retours sont crédités dans les dix jours suivant leur arrivée.
            Toutes les livraisons se font par camion sauf accord contraire.
            Le fournisseur garantit que les biens sont exempts de défauts.
            Tout retard de paiement entraîne des intérêts de deux pour cent.
            Chaque partie peut résilier le présent contrat avec trois mois de préavis.
            L'entrepôt est fermé les jours fériés.
            Chaque commande est confirmée par écrit le jour même.
            Comptez les cartons deux fois et signez la fiche.
            Gardez toujours l'allée libre.
            Livrons-nous en Norvège ?
            Puis-je annuler une commande ?
            Quand la remise s'applique-t-elle ?
            Montant minimum de commande
            Conditions générales de livraison
            Retour des articles non utilisés
            Liste des prix de l'année en cours
            Manutention des produits dangereux
            Procédure d'inventaire
            Validation de la limite de crédit
            Demandes de garantie
            Horaires du quai de chargement
            Consignes d'emballage
            L'acheteur doit examiner les marchandises sans tarder.
            Cette règle vaut pour tous les sites de la société.
            Les caristes doivent avoir un permis valable.
            Personne ne doit entrer seul dans la chambre froide.
            Signalez chaque accident au chef d'équipe.
            Les ristournes sont versées une fois par an en janvier.
            Nos prix s'entendent hors taxes.
            Une facture est due trente jours après sa date.
            S'il manque des articles, notez-le sur le bon de livraison.
            Les échantillons sont gratuits.
            Quelle est la regle pour les livraisons partielles
            Le contrat-cadre couvre-t-il les pièces détachées ?
            Le client enlève lui-même la marchandise.
            Que se passe-t-il si un envoi est perdu ?
            Les lots périmés sont détruits sous contrôle.
            L'assurance du transport est à la charge du vendeur.
            Ces consignes remplacent les précédentes.
            Il a été convenu que les deux parties partagent les frais.
            Les étiquettes sont imprimées au poste quatre.
            Seul le personnel formé peut ouvrir le local des batteries.
            """),
        ["de"] = Lines(
            """
            Wie lange dürfen Handschuhe zurückgegeben werden?
            Wer genehmigt eine Gutschrift über 500 Euro?
            Wie lang ist die Kündigungsfrist des Vertrags mit Nordlicht?
            Wo werden Gefahrgüter gelagert?
            Welcher Spediteur liefert in die Schweiz?
            Zahlt der Kunde die Fracht?
            Die Palette muss gewickelt sein, bevor sie die Rampe verlässt.
            Beschädigte Pakete werden fotografiert und zur Seite gestellt.
            Rücksendungen werden binnen zehn Tagen gutgeschrieben.
            Alle Lieferungen erfolgen per Lkw, wenn nichts anderes vereinbart ist.
            Der Lieferant sichert zu, dass die Ware frei von Mängeln ist.
            Bei Zahlungsverzug fallen zwei Prozent Zinsen im Monat an.
            Jede Seite kann diesen Vertrag mit einer Frist von drei Monaten kündigen.
            Das Lager ist an Feiertagen geschlossen.
            Jede Bestellung wird am Tag des Eingangs schriftlich bestätigt.
            Zählen Sie die Kartons zweimal und unterschreiben Sie das Blatt.
            Der Gang ist immer frei zu halten.
            Liefern wir nach Norwegen?
            Kann ich einen Auftrag stornieren?
            Wann gilt der Rabatt?
            Mindestbestellwert
            Allgemeine Lieferbedingungen
            Rückgabe unbenutzter Ware
            Preisliste für das laufende Jahr
            Umgang mit gefährlichen Stoffen
            Ablauf der Inventur
            Freigabe des Kreditlimits
            Ansprüche aus Gewährleistung
            Öffnungszeiten der Laderampe
            Hinweise zur Verpackung
            Der Käufer hat die Ware unverzüglich zu prüfen.
            Diese Richtlinie gilt für alle Standorte der Gesellschaft.
            Staplerfahrer brauchen einen gültigen Schein.
            Niemand darf den Kühlraum allein betreten.
            Melden Sie jeden Unfall dem Schichtleiter.
            Boni werden einmal im Jahr im Januar ausgezahlt.
            Unsere Preise verstehen sich ohne Steuer.
            Eine Rechnung ist dreißig Tage nach ihrem Datum fällig.
            Fehlt etwas, so ist es auf dem Lieferschein zu vermerken.
            Muster sind kostenlos.
            Was gilt fuer Teillieferungen, und wer muss sie genehmigen?
            Deckt der Rahmenvertrag auch Ersatzteile ab?
            Der Kunde holt die Ware selbst ab.
            Was passiert, wenn eine Sendung verloren geht?
            Abgelaufene Chargen werden unter Aufsicht vernichtet.
            Die Transportversicherung schließt der Verkäufer ab.
            Diese Anweisung ersetzt die bisherige.
            Es wurde vereinbart, dass sich beide Seiten die Kosten teilen.
            Etiketten werden an Platz vier gedruckt.
            Nur geschultes Personal darf den Batterieraum öffnen.
            """),
        ["es"] = Lines(
            """
            ¿Cuánto tiempo se pueden devolver los guantes?
            ¿Quién aprueba un abono de más de 500 euros?
            ¿Cuál es el plazo de preaviso del contrato con Nordlicht?
            ¿Dónde se almacenan las mercancías peligrosas?
            ¿Qué transportista entrega en Suiza?
            ¿Paga el cliente los portes?
            El palé debe estar envuelto antes de salir del muelle.
            Los paquetes dañados se fotografían y se apartan.
            Las devoluciones se abonan en los diez días siguientes a su llegada.
            Todas las entregas se hacen por camión salvo acuerdo en contrario.
            El proveedor garantiza que los bienes están libres de defectos.
            El retraso en el pago genera intereses del dos por ciento.
            Cualquiera de las partes puede resolver este contrato con tres meses de aviso.
            El almacén está cerrado los días festivos.
            Cada pedido se confirma por escrito el mismo día.
            Cuente las cajas dos veces y firme la hoja.
            Mantenga siempre libre el pasillo.
            ¿Enviamos a Noruega?
            ¿Puedo cancelar un pedido?
            ¿Cuándo se aplica el descuento?
            Importe mínimo del pedido
            Condiciones generales de entrega
            Devolución de artículos sin usar
            Lista de precios del año en curso
            Manejo de productos peligrosos
            Procedimiento de inventario
            Aprobación del límite de crédito
            Reclamaciones de garantía
            Horario del muelle de carga
            Instrucciones de embalaje
            El comprador deberá examinar las mercancías sin demora.
            Esta norma vale para todas las sedes de la empresa.
            Los carretilleros necesitan un permiso válido.
            Nadie debe entrar solo en la cámara fría.
            Informe de cada accidente al jefe de turno.
            Las bonificaciones se pagan una vez al año en enero.
            Nuestros precios no incluyen impuestos.
            Una factura vence treinta días después de su fecha.
            Si falta mercancía, anótelo en el albarán.
            Las muestras son gratuitas.
            cual es la regla para las entregas parciales
            ¿El contrato marco cubre las piezas de recambio?
            El cliente recoge la mercancía por su cuenta.
            ¿Qué pasa si se pierde un envío?
            Los lotes caducados se destruyen bajo control.
            El seguro del transporte corre a cargo del vendedor.
            Estas instrucciones sustituyen a las anteriores.
            Se acordó que ambas partes compartan los gastos.
            Las etiquetas se imprimen en el puesto cuatro.
            Solo el personal formado puede abrir la sala de baterías.
            """),
        ["nl"] = Lines(
            """
            Hoe lang mogen handschoenen worden teruggestuurd?
            Wie keurt een creditnota boven 500 euro goed?
            Wat is de opzegtermijn van het contract met Nordlicht?
            Waar worden gevaarlijke goederen opgeslagen?
            Welke vervoerder levert in Zwitserland?
            Betaalt de klant de vracht?
            De pallet moet gewikkeld zijn voordat hij het dok verlaat.
            Beschadigde pakketten worden gefotografeerd en apart gezet.
            Retouren worden binnen tien dagen na aankomst gecrediteerd.
            Alle leveringen gaan per vrachtwagen, tenzij anders is afgesproken.
            De leverancier staat ervoor in dat de goederen vrij zijn van gebreken.
            Bij te late betaling geldt een rente van twee procent per maand.
            Elke partij kan deze overeenkomst met drie maanden opzeggen.
            Het magazijn is op feestdagen gesloten.
            Elke bestelling wordt dezelfde dag schriftelijk bevestigd.
            Tel de dozen twee keer en teken het blad.
            Houd het gangpad altijd vrij.
            Leveren wij aan Noorwegen?
            Kan ik een order annuleren?
            Wanneer geldt de korting?
            Minimale bestelwaarde
            Algemene leveringsvoorwaarden
            Teruggave van ongebruikte artikelen
            Prijslijst van het lopende jaar
            Omgaan met gevaarlijke stoffen
            Werkwijze bij het tellen van de voorraad
            Goedkeuring van de kredietlimiet
            Aanspraken op garantie
            Openingstijden van het laaddok
            Aanwijzingen voor de verpakking
            De koper moet de goederen onmiddellijk onderzoeken.
            Deze regel geldt voor alle vestigingen van het bedrijf.
            Heftruckchauffeurs hebben een geldig bewijs nodig.
            Niemand mag alleen de koelcel in.
            Meld elk ongeval aan de ploegleider.
            Bonussen worden eens per jaar in januari uitbetaald.
            Onze prijzen zijn zonder belasting.
            Een factuur vervalt dertig dagen na haar datum.
            Ontbreekt er iets, noteer het dan op de pakbon.
            Monsters zijn gratis.
            Wat is de regel voor deelleveringen?
            Dekt de raamovereenkomst ook reserveonderdelen?
            De klant haalt de goederen zelf af.
            Wat gebeurt er als een zending zoekraakt?
            Verlopen partijen worden onder toezicht vernietigd.
            De verkoper sluit de transportverzekering af.
            Deze instructie vervangt de vorige.
            Er is afgesproken dat beide partijen de kosten delen.
            Etiketten worden op plek vier gedrukt.
            Alleen opgeleid personeel mag de accuruimte openen.
            """),
        ["it"] = Lines(
            """
            Per quanto tempo si possono restituire i guanti?
            Chi approva una nota di credito superiore a 500 euro?
            Qual è il preavviso del contratto con Nordlicht?
            Dove si conservano le merci pericolose?
            Quale corriere consegna in Svizzera?
            Il cliente paga il trasporto?
            Il pallet deve essere avvolto prima di lasciare la banchina.
            I colli danneggiati vengono fotografati e messi da parte.
            I resi sono accreditati entro dieci giorni dal loro arrivo.
            Tutte le consegne avvengono su camion salvo diverso accordo.
            Il fornitore garantisce che i beni sono privi di difetti.
            Il ritardo nel pagamento comporta interessi del due per cento.
            Ciascuna parte può recedere dal contratto con tre mesi di preavviso.
            Il magazzino è chiuso nei giorni festivi.
            Ogni ordine è confermato per iscritto il giorno stesso.
            Contate i cartoni due volte e firmate il foglio.
            Tenere sempre libero il corridoio.
            Spediamo in Norvegia?
            Posso annullare un ordine?
            Quando si applica lo sconto?
            Importo minimo dell'ordine
            Condizioni generali di consegna
            Restituzione degli articoli non usati
            Listino prezzi dell'anno in corso
            Gestione dei prodotti pericolosi
            Procedura di inventario
            Approvazione del limite di credito
            Richieste di garanzia
            Orari della banchina di carico
            Istruzioni per l'imballaggio
            Il compratore deve esaminare la merce senza indugio.
            Questa regola vale per tutte le sedi della società.
            I carrellisti devono avere una patente valida.
            Nessuno può entrare da solo nella cella fredda.
            Segnalate ogni incidente al capoturno.
            I premi si pagano una volta all'anno in gennaio.
            I nostri prezzi sono al netto delle imposte.
            Una fattura scade trenta giorni dopo la sua data.
            Se manca qualcosa, annotatelo sulla bolla.
            I campioni sono gratuiti.
            qual e la regola per le consegne parziali
            Il contratto quadro copre anche i ricambi?
            Il cliente ritira la merce di persona.
            Che cosa succede se una spedizione va persa?
            I lotti scaduti sono distrutti sotto controllo.
            L'assicurazione del trasporto è a carico del venditore.
            Queste istruzioni sostituiscono le precedenti.
            È stato concordato che le due parti dividano le spese.
            Le etichette si stampano alla postazione quattro.
            Solo il personale formato può aprire il locale batterie.
            """),
    };

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

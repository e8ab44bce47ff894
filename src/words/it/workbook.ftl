# Pagine.
workbook-sheet-summary = Sintesi
workbook-sheet-charts = Grafici
workbook-sheet-plan = Piano
workbook-sheet-quarters = Trimestri
workbook-sheet-forecast-before = Previsione piano attuale
workbook-sheet-forecast-after = Previsione proposta
workbook-sheet-ranges-before = Intervalli piano attuale
workbook-sheet-ranges-after = Intervalli proposta
workbook-sheet-channels = Canali
workbook-sheet-assumptions = Ipotesi
workbook-sheet-sensitivity = Sensibilità
workbook-sheet-checks = Verifiche
workbook-sheet-method = Come è stato fatto

# Piani.
workbook-before = Piano attuale
workbook-after = Proposta
workbook-unlimited = Senza limiti sui canali
workbook-difference = Differenza
workbook-relative = Differenza %
workbook-range-of = { $name }: 8 futuri su 10
workbook-from = da
workbook-eight-from = 8 su 10: da
workbook-eight-to = 8 su 10: a
workbook-middle = mediana
workbook-to = a

# Voci.
workbook-visits = Visite
workbook-leads = Lead
workbook-customers = Nuovi clienti
workbook-orders = Ordini
workbook-repeat-orders = Riacquisti
workbook-active = Clienti attivi
workbook-revenue = Fatturato
workbook-gross = Utile lordo
workbook-invest = Spesa di marketing
workbook-profit = Utile
workbook-npv = VAN
workbook-residual = Utile lordo dopo l’orizzonte
workbook-long-term-profit = Utile di lungo periodo
workbook-roi = ROI
workbook-roi-horizon = ROI entro l’orizzonte
workbook-roas = ROAS
workbook-cac = CAC
workbook-blended-cac = CAC complessivo
workbook-ltv = LTV
workbook-payback = Payback (periodi)
workbook-act-rate = Tasso da visita a lead
workbook-convert-rate = Tasso da lead a cliente
workbook-served = Lead gestiti

# Come si ottiene una voce.
workbook-made-of = Come si ottiene
workbook-of-orders = primi ordini + riacquisti
workbook-of-gross = fatturato × margine
workbook-of-invest = spesa dei canali + costo delle azioni
workbook-of-profit = utile lordo − spesa − costi fissi
workbook-of-npv = somma di fattore di sconto × utile
workbook-of-residual = dal motore: utile lordo attualizzato dopo l’orizzonte
workbook-of-roi = (utile lordo incrementale attualizzato, compreso quello dopo l’orizzonte − spesa attualizzata) / spesa attualizzata
workbook-of-roi-horizon = lo stesso senza ciò che viene dopo l’orizzonte
workbook-of-roi-within = (utile lordo incrementale attualizzato − spesa attualizzata) / spesa attualizzata
workbook-of-roas = fatturato incrementale / spesa
workbook-of-cac = spesa / nuovi clienti incrementali
workbook-of-blended-cac = spesa / tutti i nuovi clienti
workbook-of-ltv = dal motore: utile lordo attualizzato di un nuovo cliente
workbook-of-payback = primo periodo dal quale l’utile cumulato resta a 0 o sopra
workbook-of-act-rate = lead generati / visite
workbook-of-convert-rate = clienti acquisiti / lead gestiti
workbook-of-served = dal motore: lead gestiti / lead arrivati

# Sintesi.
workbook-summary-note = { $horizon } dal { $date }, importi in { $currency }. Totali e KPI sono formule sulle pagine di previsione; il piano senza limiti sui canali, gli intervalli e le voci «dal motore» sono risultati.
workbook-figure = Voce
workbook-objective = Obiettivo: { $name }
workbook-agreement = Tutte le formule concordano con il motore
workbook-chance-roi = Probabilità che il ROI superi 0
workbook-chance-payback = Probabilità di payback entro l’orizzonte
workbook-chance-better = Probabilità che la proposta sia migliore

# Grafici.
workbook-charts-title = Grafici
workbook-charts-note = Disegnati dalle celle delle altre pagine: seguono ciò che vi si modifica.
workbook-chart-profit = Utile cumulato del marketing
workbook-chart-roi = ROI cumulato del marketing
workbook-chart-funnel = Funnel sull’orizzonte
workbook-chart-spend = Spesa per canale

# Piano.
workbook-plan-title = Piano: quanto a chi, e quando
workbook-plan-note = Spesa di ogni canale e costo di ogni azione in ciascun periodo, in { $unit }.
workbook-plan-note-cut = { $n ->
    [one] Spesa di ogni canale e costo di ogni azione in ciascun periodo, in { $unit }; l’ultima { $count } voce sta in una colonna a parte per mancanza di spazio.
   *[other] Spesa di ogni canale e costo di ogni azione in ciascun periodo, in { $unit }; le ultime { $count } voci sono sommate in una colonna per mancanza di spazio.
}
workbook-total = Totale
workbook-first-day = Primo giorno
workbook-action = Azione: { $name }
workbook-others = { $n ->
    [one] { $count } altra voce
   *[other] Altre { $count } voci
}
workbook-quarters-title = Piano per trimestre solare
workbook-quarters-note = Un periodo appartiene al trimestre in cui inizia.
workbook-quarter-of = T{ $quarter } { $year }
workbook-day = Giorno
workbook-week = Settimana
workbook-month = Mese
workbook-quarter = Trimestre

# Previsione.
workbook-forecast-title = Previsione: { $plan }
workbook-forecast-note = Alle mediane di tutte le ipotesi. Da visite a fatturato sono risultati; utile lordo, spesa e tutto ciò che segue sono formule.
workbook-group-people = Persone e ordini
workbook-group-money = Denaro
workbook-group-trace = Da che cosa si ricava (solo a schermo)
workbook-fixed-cost-head = Costi fissi
workbook-profit-so-far = Utile cumulato del marketing
workbook-roi-so-far = ROI cumulato
workbook-customers-without = Nuovi clienti senza marketing
workbook-revenue-without = Fatturato senza marketing
workbook-gross-without = Utile lordo senza marketing
workbook-discount = Fattore di sconto
workbook-discounted-gross = Utile lordo incrementale attualizzato
workbook-discounted-invest = Spesa attualizzata
workbook-discounted-gross-so-far = Utile lordo incrementale attualizzato cumulato
workbook-discounted-invest-so-far = Spesa attualizzata cumulata
workbook-invest-so-far = Spesa cumulata
workbook-red = Periodo in rosso
workbook-leads-created = Lead generati
workbook-customers-created = Clienti acquisiti
workbook-handled = Lead gestiti

# Intervalli.
workbook-ranges-title = Intervalli: { $plan }
workbook-ranges-note = Otto futuri su dieci stanno tra «da» e «a». Gli estremi non si possono sommare: ognuno vale per sé.

# Canali.
workbook-channels-title = Canali: quanto costa e rende ciascuno
workbook-channels-note = Sull’orizzonte. La spesa e le differenze sono formule sul piano; ciò che un canale porta è un risultato. ROI marginale: quanto rende la prossima unità di denaro.
workbook-channel = Canale
workbook-media = Media
workbook-media-paid = paid
workbook-media-owned = owned
workbook-media-earned = earned
workbook-place = Luogo
workbook-place-online = online
workbook-place-offline = offline
workbook-cost-per-customer = Spesa per cliente
workbook-marginal-roi = ROI marginale
workbook-held = Che cosa lo frena nella proposta
workbook-held-observed = oltre quanto mai speso
workbook-held-min = al minimo
workbook-held-max = al massimo
workbook-held-min-total = al minimo totale
workbook-held-max-total = al massimo totale
workbook-held-locked = bloccato
workbook-held-committed = già impegnato
workbook-held-step = al limite del passo
workbook-held-ramp = alla massima variazione
workbook-held-burst = al minimo di una campagna
workbook-source-organic = organico
workbook-source-referral = passaparola

# Ipotesi.
workbook-assumptions-title = Ipotesi
workbook-assumptions-note = Le celle in blu alimentano le formule: modificandole, totali e KPI seguono, tranne ciò che viene “dal motore” e quanto ne deriva. Le altre grandezze sono nei risultati del motore: per cambiarle va rieseguito.
workbook-inputs = Numeri da cui partono le formule
workbook-margin = Margine
workbook-fixed-cost = Costi fissi per periodo
workbook-discount-rate = Tasso di sconto annuo
workbook-per-year = Periodi per anno
workbook-residual-without = Utile lordo dopo l’orizzonte senza marketing
workbook-targets = Obiettivi sull’orizzonte
workbook-quantities = Grandezze dello scenario
workbook-key = Chiave nello scenario
workbook-value = Valore
workbook-low = Minimo
workbook-high = Massimo
workbook-unit = Unità
workbook-unit-share = quota
workbook-unit-number = numero
workbook-source = Fonte

# Sensibilità.
workbook-sensitivity-title = Sensibilità: da che cosa dipende il risultato
workbook-sensitivity-note = Le quote di varianza e il valore dell’informazione poggiano su { $draws } simulazioni.
workbook-nothing-uncertain = Nessuna grandezza dello scenario è incerta.
workbook-tornado = Ogni grandezza da sola: { $name }
workbook-at-low = { $plan } al 10º percentile
workbook-at-high = { $plan } al 90º percentile
workbook-p10 = 10º percentile
workbook-p50 = Mediana
workbook-p90 = 90º percentile
workbook-swing = Oscillazione del piano attuale
workbook-gain-low = Guadagno al 10º percentile
workbook-gain-high = Guadagno al 90º percentile
workbook-switching = Valore al quale la scelta cambia
workbook-switching-level = Futuri al di sotto
workbook-shares = Quota della varianza (indici di Sobol’)
workbook-first-order = Piano attuale: da sola
workbook-total-order = Piano attuale: con altre
workbook-gain-first-order = Guadagno: da sola
workbook-gain-total-order = Guadagno: con altre
workbook-error = Errore standard
workbook-interaction = Solo insieme
workbook-information = Quanto vale saperlo prima di scegliere
workbook-worth = Vale al massimo
workbook-everything = Tutte le grandezze
workbook-mean-gain = Guadagno medio della proposta

# Verifiche.
workbook-checks-title = Verifiche: le formule di questa cartella e il motore
workbook-checks-note = Concordano finché le celle in blu sono quelle dello scenario.
workbook-plan-head = Piano
workbook-by-formula = Per formula
workbook-by-engine = Dal motore
workbook-rounding = Arrotondamento ammesso
workbook-check = Verifica
workbook-spend-of = Spesa: { $name }

# Come è stato fatto.
workbook-method-title = Come è stato fatto
workbook-method-note = Stesso scenario, stessa versione e stesso seme danno gli stessi numeri.
workbook-method-origin = Da dove vengono i numeri
workbook-method-drawn = Come sono stati estratti i futuri
workbook-method-searched = Come è stata cercata la proposta
workbook-scenario = Scenario
workbook-client = Per
workbook-author = A cura di
workbook-hash = Hash dello scenario
workbook-version = Versione di osa
workbook-date = Data
workbook-horizon = Orizzonte
workbook-draws = Simulazioni
workbook-draws-none = nessuna: solo valori mediani
workbook-seed = Seme
workbook-sequence = Punti
workbook-sequence-sobol = sequenza di Sobol’ rimescolata
workbook-sequence-random = numeri casuali indipendenti
workbook-people = Persone
workbook-people-expected = numeri attesi
workbook-people-whole = persone intere, a caso
workbook-dimensions = Grandezze incerte
workbook-excluded = Simulazioni senza risultato
workbook-budget = Budget
workbook-optimum = Obiettivo del miglior piano trovato
workbook-captured = Quota del guadagno colta dalla proposta
workbook-status = Esito della ricerca
workbook-status-converged = nessun piano migliore vicino: convergenza
workbook-status-kink = il piano migliore sta dove la capacità è appena raggiunta
workbook-status-nothing-to-gain = il piano attuale è già il migliore
workbook-status-no-progress = nessun piano migliore trovato
workbook-status-step-limit = limite di passi raggiunto
workbook-starts = Partenze concordi
workbook-starts-agree = { $agreement } su { $starts }
workbook-upper-bound = Nessun piano può superare
workbook-gap = Distanza da quel limite
workbook-cycles = Cicli di miglioramento (kaizen)
workbook-cycle = Ciclo
workbook-cycle-before = Prima: { $name }
workbook-cycle-after = Dopo: { $name }
workbook-gain = Guadagno
workbook-weakest = Fase più debole
workbook-stage-reach = Reach
workbook-stage-act = Act
workbook-stage-convert = Convert
workbook-stage-engage = Engage
workbook-taken = Azione adottata
workbook-score = Punteggio

# Come è stato calcolato.
method-model = La previsione fa passare il piano attraverso il funnel Reach, Act, Convert ed Engage nell’arco di { $periods }: la spesa diventa visite, con rendimenti decrescenti e un effetto che dura nel tempo; le visite diventano lead, i lead clienti, e i clienti tornano. Il calcolo tiene conto di ritardi, limiti di capacità e stagionalità.
method-money = L’utile lordo è il fatturato per il margine. Il ROI conta solo ciò che la spesa aggiunge: il risultato della stessa attività senza alcuna spesa e senza azioni è sottratto.
method-draws = { $n ->
    [one] La previsione è stata calcolata { $draws } volte, ogni volta con un altro valore dell’unica ipotesi incerta; tutti i piani sono stati calcolati negli stessi scenari, così le differenze dipendono solo dai piani.
   *[other] La previsione è stata calcolata { $draws } volte, ogni volta con altri valori delle { $quantities } ipotesi incerte; tutti i piani sono stati calcolati negli stessi scenari, così le differenze dipendono solo dai piani.
}
method-certain = Nessuna ipotesi è incerta: la previsione dà un solo valore per ogni indicatore.
method-point-run = La previsione è stata calcolata una sola volta, con ogni ipotesi al suo valore mediano.
method-search = Il piano migliore è stato cercato con le derivate esatte della previsione, da più punti di partenza, entro il budget e tutti i limiti impostati.
method-bound = Entro questi limiti il miglioramento ancora possibile rispetto al miglior piano trovato è al massimo { $gap }: lo dimostra un limite superiore matematico.
method-loop = La proposta è il punto d’arrivo di un ciclo di piccoli miglioramenti: ottimizzare, valutare, analizzare, e poi di nuovo. La quota ottenuta del guadagno del piano migliore: { $captured }.
method-fact = Voce
method-value = Valore
method-caption = Che cosa serve per riprodurre questo report
method-date = Data del report
method-starts = Inizio del piano
method-version = Programma
method-hash = Dati di partenza (SHA-256)
method-seed = Seed
method-number-of-draws = Simulazioni
method-sequence = Sequenza delle simulazioni
method-people = Persone
method-excluded = Scenari senza risultato, esclusi
method-chance = Le persone sono simulate una per una, come numeri interi: pochi lead e pochi clienti oscillano come nella realtà.

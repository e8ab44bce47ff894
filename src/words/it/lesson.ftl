# La scheda della lezione di `osa lab`.
lesson-title = Miglioramento continuo in un mondo incerto: { $name }
lesson-made = Una lezione di 45 minuti. Creata da osa lab: { $worlds } { $n ->
    [one] mondo nascosto
   *[other] mondi nascosti
}, { $cycles } { $m ->
    [one] ciclo
   *[other] cicli
}, seed { $seed }, visto da vicino: il mondo { $world }.

lesson-learnt-heading = Che cosa si impara
lesson-learnt-signal = Distinguere un segnale da un’oscillazione prima di agire.
lesson-learnt-predict = Scrivere una previsione prima di guardare, e contare quante volte si avvera.
lesson-learnt-claim = Chiedersi, di ogni guadagno dichiarato, quanto è vero.
lesson-learnt-standard = Cambiare poco, misurare e tenere ciò che le misure non smentiscono.

lesson-needed-heading = Che cosa serve
lesson-needed-computer = Per ogni gruppo di due-quattro persone: un computer con osa e il file { $file }. Con un solo computer la classe vota ogni mossa.
lesson-needed-saved = Per ogni gruppo di due-quattro persone: un computer con osa e questo scenario, salvato come { $file }. Con un solo computer la classe vota ogni mossa.
lesson-needed-print = Per ogni gruppo, stampate: le pagine degli studenti. I grafici vengono dopo il gioco; l’ultima parte è solo per l’insegnante.
lesson-needed-again = La scheda e i grafici si rifanno con:

lesson-time-heading = I 45 minuti
lesson-time-minutes = Minuti
lesson-time-what = Che cosa succede
lesson-time-business = L’azienda, i modi di migliorare e la domanda: quale di essi rende di più?
lesson-time-predict = Ognuno scrive le proprie previsioni, da solo e in silenzio.
lesson-time-play = I gruppi giocano il mondo nascosto: prevedere, muovere, misurare; { $cycles } { $n ->
    [one] ciclo
   *[other] cicli
}.
lesson-time-charts = I grafici: chi ha ottenuto che cosa, e quali punti sono segnali?
lesson-time-figures = Alla lavagna: quale gruppo ha ottenuto che cosa, e perché?
lesson-time-reveal = La rivelazione: che cosa era nascosto, che cosa è stato dichiarato, che cosa è vero.
lesson-time-home = Da portare a casa: ognuno scrive un cambiamento e come lo misurerà.
lesson-time-sum = in tutto

lesson-students-heading = Pagine degli studenti
lesson-business-heading = L’azienda
lesson-business = Questa azienda la guidi tu. Prima di ogni ciclo puoi spostare denaro tra i canali e avviare le azioni, se ce ne sono. Ciò che il piano dice del mercato è creduto, non saputo: la verità è diversa e può cambiare. Le persone arrivano e comprano per caso, perciò due cicli non sono mai uguali, anche se nulla cambia.
lesson-business-what = Che cosa si crede
lesson-business-value = Valore
lesson-business-counts = Che cosa conta
lesson-business-time = Durata
lesson-business-cycles = Cicli
lesson-business-spend = Spesa finora, { $channel }, { $per }
lesson-business-action = Azione, { $action }: costo
lesson-ways-heading = I modi di migliorare
lesson-way-hold = non si cambia nulla, qualunque cosa accada.
lesson-way-big-bang = il piano che il modello ritiene migliore si adotta una volta sola, in un colpo.
lesson-way-kaizen = un piccolo passo alla volta; si misura, e si torna indietro se un segnale lo smentisce.
lesson-way-tamper = dopo ogni ciclo si compensa l’ultimo scostamento.
lesson-way-greedy-noise = se un ciclo è sembrato migliore, il cambiamento resta; se è sembrato peggiore, si toglie; poi se ne prova un altro.
lesson-way-lowest-rate = il denaro va alla fase con il tasso più basso.
lesson-way-thompson = prima di ogni ciclo si estrae una verità possibile, e si pianifica come se fosse quella.
lesson-way-oracle = conosce la verità e pianifica tutti i cicli insieme. Nessuno può farlo: è il metro degli altri.

lesson-predict-heading = Prima scrivi
lesson-answer-room = Risposta:
lesson-ask-best = Tra questi modi, in { $worlds } { $n ->
    [one] mondo
   *[other] mondi
}: quale rende di più, quale di meno? L’oracolo non vale.
lesson-ask-above = In quanti mondi su 10 «{ $strategy }» rende più di «{ $hold }»?
lesson-ask-worst-stage = Non si cambia nulla. In questo ciclo una fase del funnel va peggio del suo solito, più di tutte le altre. Nel prossimo ciclo andrà meglio, uguale o peggio?
lesson-ask-best-channel = Non si cambia nulla. In questo ciclo un canale ha portato più lead per il suo denaro del suo solito, più di tutti gli altri. Che cosa porterà nel prossimo ciclo?
lesson-ask-alarms = Non si cambia nulla. Su 10 carte di controllo, quante mostreranno comunque un segnale?

lesson-play-heading = Poi gioca
lesson-play-how = Scrivi questo comando. Prima di ogni ciclo annota la tua mossa e un intervallo per i nuovi clienti che ti aspetti: tanto ampio che 8 intervalli su 10 tengano. Solo dopo guarda. Il programma dice come si scrive una mossa e accetta il tuo intervallo, per esempio go 150-200; anche non cambiare nulla è una mossa.
lesson-play-cycle = Ciclo
lesson-play-move = La mia mossa
lesson-play-low = Mi aspetto da
lesson-play-high = a
lesson-play-measured = Misurato
lesson-play-inside = Dentro?
lesson-ask-kept = Quanti dei tuoi intervalli contenevano ciò che è stato misurato?
lesson-ask-claim = Quanto hanno reso le tue mosse rispetto a non cambiare nulla? Scrivi ciò che dichiareresti, prima che lo dica il programma.

lesson-words-heading = Cinque parole
lesson-word-signal = Segnale
lesson-word-signal-is = un punto di una carta di controllo, o una serie di punti, che il caso da solo produce di rado: fuori dai limiti, otto dallo stesso lato della media, tre su quattro oltre metà strada verso un limite. Entro i limiti sta quasi tutto ciò che fa il caso.
lesson-word-wiggle = Oscillazione
lesson-word-wiggle-is = il su e giù senza una causa propria.
lesson-word-regret = Rimpianto (regret)
lesson-word-regret-is = quanto avrebbe reso in più l’oracolo nello stesso mondo.
lesson-word-claimed = Guadagno dichiarato e vero
lesson-word-claimed-is = ciò che qualcuno riferisce di aver guadagnato, e ciò che il piano vale una volta tolta la fortuna.
lesson-word-standard = Standard
lesson-word-standard-is = il modo di fare che si tiene finché un segnale non ne mostra uno migliore.

lesson-charts-heading = I grafici
lesson-charts-when = Per dopo il gioco.
lesson-charts-profit = Gli importi sono rispetto a non cambiare nulla nello stesso mondo, entro la durata del piano; la linea è il mondo che sta nel mezzo (la mediana).
lesson-charts-control = In una carta di controllo la linea centrale è la media, quelle esterne sono i limiti entro cui il caso da solo tiene quasi tutti i punti.
lesson-ask-profit = Quale modo è in testa alla fine, nel mondo che sta nel mezzo? Da quale ciclo?
lesson-ask-duel = Un grande salto al piano creduto migliore, o piccoli passi misurati: che cosa ha reso di più qui, e perché?
lesson-ask-control = Cerca lo sbalzo più grande in queste carte di controllo: quale carta, quale periodo? È un segnale o un’oscillazione? Che cosa avresti fatto il giorno in cui l’hai visto?
lesson-ask-busy = Quale modo cambia qualcosa più spesso, e che cosa ne ricava?
lesson-home-heading = Da portare a casa
lesson-ask-home = Un cambiamento nel tuo lavoro: quale cifra mostrerà se serve, per quanto tempo la osserverai, e quale risultato ti farebbe tornare indietro?

lesson-teacher-only = Solo per l’insegnante: tieni queste pagine fino alla rivelazione.
lesson-reveal-heading = La rivelazione
lesson-reveal-type = La verità sullo schermo:
lesson-customers = { $n ->
    [one] { $number } cliente
   *[other] { $number } clienti
}
lesson-figures-caption = Mediane di { $worlds } { $n ->
    [one] mondo
   *[other] mondi
}, rispetto a non cambiare nulla, il migliore in media per primo. 8 su 10: senza il decimo migliore e il decimo peggiore. Primo: quota dei mondi in cui finisce davanti a tutti tranne l’oracolo.
lesson-figures-measures = Tre misure: «ottenuto» è { $objective } come è venuto, fortuna compresa; «dichiarato» è ciò che il modo stesso riferisce; «vero» è quanto vale il suo piano una volta tolta la fortuna.
lesson-figures-chart = Anche il grafico lab_profit comprende la fortuna, ma conta solo ciò che arriva entro la durata del piano.
lesson-figures-way = Modo
lesson-figures-gain = Ottenuto
lesson-figures-range = 8 su 10
lesson-figures-best = Primo
lesson-figures-claimed = Dichiarato
lesson-figures-true = Vero
lesson-figures-changes = Cicli con un cambiamento
lesson-claims-heading = Che cosa dichiara ogni modo
lesson-claims-hold = nulla.
lesson-claims-big-bang = ciò che il suo modello prometteva al momento del salto.
lesson-claims-kaizen = solo ciò che un segnale sulla sua carta di controllo ha confermato.
lesson-claims-eye = ogni rialzo da un ciclo al successivo, rispetto alla previsione del file, come se durasse fino alla fine del piano; nessun calo si sottrae.
lesson-claims-thompson = ciò che alla fine crede che il suo piano abbia reso.
lesson-claims-oracle = ciò che sa che il suo piano vale.
lesson-answers-heading = Risposte
lesson-answer-winner = In media, da chi rende di più a chi rende di meno: { $ranking }. «{ $strategy }» finisce primo più spesso di tutti: { $share } dei mondi. Conta quanti avevano indovinato il primo e l’ultimo.
lesson-answer-no-winner = In media, da chi rende di più a chi rende di meno: { $ranking }. Nessun modo finisce primo tanto più spesso del seguente da escludere il caso: dillo, e chiedi quanti mondi servirebbero.
lesson-answer-above = { $case ->
    [all] In tutti. Vale per questa azienda, né più né meno: un’altra può mostrare un quadro diverso.
    [none] In nessuno. Chiedi che cosa lo frena qui: pochi cicli, passi troppo piccoli, o nulla da guadagnare?
   *[some] Quota dei mondi in cui accade: { $share }. Anche un modo buono in media può finire sotto «{ $hold }» in un singolo mondo: un successo prova poco quanto un fallimento.
}
lesson-answer-worst-stage = Meglio: in media +{ $share }, senza fare nulla. È stata scelta perché era sfortunata, e la fortuna seguente è solo media. Chi l’avesse «corretta» se ne sarebbe preso il merito: è la regressione verso la media.
lesson-answer-best-channel = Nel suo ciclo migliore stava sopra la propria media: +{ $exceeds }; nel seguente: { $after }. Il migliore tra molti lo è in parte per fortuna, e la fortuna non resta.
lesson-answer-best-channel-alone = Nel suo ciclo migliore stava sopra la propria media: +{ $exceeds }. Il migliore tra molti lo è in parte per fortuna, e la fortuna non resta.
lesson-answer-alarms = Quota delle carte con un segnale, tra quelle di lead per visita, clienti per lead, clienti mantenuti e riacquisti: { $share }, senza fare nulla. Alcuni di questi segnali li fa il caso, altri la crescita dell’azienda. Ogni regola sbaglia di rado, ma i punti osservati sono molti. Un segnale è un motivo per cercare una causa, non ancora la causa.
lesson-answer-kept-own = Ne dovevano tenere 8 su 10. Se sono stati meno, gli intervalli erano troppo stretti: eri più sicuro di quanto si possa essere. Capita quasi a tutti.
lesson-answer-kept = Previsioni di «{ $strategy }» avverate: { $within }; dovevano essere { $stated }{ $kept ->
    [narrow] . Anche il modello era più sicuro di quanto si possa essere.
    [wide] . Sapeva più di quanto dicesse.
    [stated] . Questi mondi non distinguono l’una cifra dall’altra: il modello dice ciò che sa.
   *[open] . I mondi sono troppo pochi per giudicarlo.
}
lesson-answer-claim-luck = Confronta le tue dichiarazioni con ciò che il programma dice alla fine. Tra i modi, il divario tra dichiarato e vero è più ampio per «{ $strategy }»: dichiara { $claimed }; in verità il suo piano vale { $came }. Confronta un ciclo con un altro: ciò che è salito per fortuna vale come guadagno, ciò che la fortuna toglie si dimentica.
lesson-answer-claim-model = Confronta le tue dichiarazioni con ciò che il programma dice alla fine. Tra i modi, il divario tra dichiarato e vero è più ampio per «{ $strategy }»: dichiara { $claimed }; in verità il suo piano vale { $came }. Ha scelto il piano più lodato dal suo modello: dove si confrontano molti piani, il vincitore è lodato troppo. È la maledizione del vincitore.
lesson-answer-claim-none = Confronta le tue dichiarazioni con ciò che il programma dice alla fine. Qui nessun modo dichiara più del vero, per quanto questi mondi possano dire. Chiedi che cosa le tiene oneste: poco rumore, o un buon modello?
lesson-answer-profit = { $case ->
    [alike] «{ $strategy }», con { $gain } entro la durata del piano, in testa stabilmente dal ciclo { $from }.
   *[spread] «{ $strategy }», con { $gain } entro la durata del piano, in testa stabilmente dal ciclo { $from }; 8 mondi su 10 stanno tra { $low } e { $high }. Dove questi intervalli si sovrappongono, un singolo mondo può mostrare un altro ordine.
}
lesson-answer-profit-level = Alla pari alla fine, con uno scarto dell’1 % al massimo: { $ways }, con { $gain } entro la durata del piano. Una differenza così piccola non è una differenza: nessuno è in testa stabilmente.
lesson-answer-profit-none = Nessuno: nel mondo che sta nel mezzo nessun modo finisce sopra il non cambiare nulla entro la durata del piano. Chiedi se qui c’è qualcosa da guadagnare, e quanto tempo serve perché arrivi.
lesson-answer-duel = { $verdict ->
    [kaizen] I piccoli passi: { $steps } nel mondo che sta nel mezzo; il salto: { $jump }. Un salto vale quanto il modello che lo guida; i passi li corregge ciò che si misura.
    [jump] Il salto: { $jump } nel mondo che sta nel mezzo; i piccoli passi: { $steps }. Va contro la lezione solita, perciò chiedi perché: qui il modello è vicino alla verità, i passi arrivano tardi, o sono troppo piccoli per vedersi nel rumore?
   *[open] Questi mondi non lo dicono: { $steps } per i piccoli passi nel mondo che sta nel mezzo, { $jump } per il salto. Chiedi quale dei due sarebbe più facile da disfare.
}
lesson-answer-swing = Lo sbalzo più grande, misurato con i limiti della sua carta: «{ $chart }», { $period }: { $value }, con i limiti a { $low } e { $high }. { $case ->
    [outside] È fuori dai limiti: un segnale, dunque cercane la causa.
    [run] È entro i limiti, ma lì finisce una serie di punti: un segnale, dunque cercane la causa.
   *[wiggle] È entro i limiti e non chiude nessuna serie: un’oscillazione.
}
lesson-answer-control = { $n ->
    [0] Ogni punto è un’oscillazione: in queste carte non ci sono segnali.
    [one] In tutto le carte segnano { $number } segnale, contando una volta ogni serie; il resto sono oscillazioni.
   *[other] In tutto le carte segnano { $number } segnali, contando una volta ogni serie; il resto sono oscillazioni.
} Spiegare un’oscillazione è facile e non vale nulla; reagirvi peggiora le cose.
lesson-way-quoted = «{ $strategy }»
lesson-way-with = «{ $strategy }» ({ $figure })
lesson-answer-busy = { $ways }: in media in { $changes } { $n ->
    [one] ciclo
   *[other] cicli
} su { $cycles }; tra parentesi ciò che ne è venuto nel mondo che sta nel mezzo. { $case ->
    [loss] Meno che a non cambiare nulla: darsi da fare non è ancora migliorare.
    [best] Solo l’oracolo ottiene di più. Va contro la lezione solita: chiedi perché qui conviene cambiare così spesso.
    [among] Solo l’oracolo ottiene più del migliore di questi. Va contro la lezione solita: chiedi perché qui conviene cambiare così spesso.
    [level] Al meglio la distanza non supera l’1 % da { $best }, tra parentesi i cicli con un cambiamento: tanti cambiamenti non servivano.
   *[other] Il risultato migliore: { $best }, tra parentesi i cicli con un cambiamento: darsi da fare non è ancora migliorare.
}
lesson-answer-home = Una buona risposta nomina una cifra, il tempo per cui si osserva e il risultato che fa tornare indietro, tutti e tre prima di cominciare.
lesson-hints-heading = Suggerimenti
lesson-hint-predict = Raccogli le previsioni prima del gioco e non commentarle. Ciò che non è scritto, dopo «si era sempre saputo».
lesson-hint-play = Dopo dieci minuti di’ quanto tempo resta; chi è in ritardo non cambia nulla nei cicli che rimangono. Tutti i gruppi giocano lo stesso mondo, perciò i risultati si confrontano: scrivili alla lavagna.
lesson-hint-charts = All’inizio copri il titolo di ogni grafico. Fai dire alla classe che cosa vede, poi mostra che cosa dice il grafico.
lesson-hint-wiggle = Dillo alla rivelazione, non prima: chi reagisce a un’oscillazione la accresce.
lesson-hint-upset = Se una cifra va contro ciò che ti aspettavi, tienila: è misurata. Chiedi che cosa dovrebbe cambiare perché si rovesci.
lesson-hint-few = { $worlds } { $n ->
    [one] mondo dice
   *[other] mondi dicono
} poco: il caso decide quanto il modo. Rifai la scheda con --worlds 500.
lesson-hidden-heading = Che cosa era nascosto nel mondo { $world }
lesson-hidden-nothing = Nulla: questo mondo è come dice il piano.
lesson-hidden-quantity = Grandezza
lesson-hidden-truth = Verità
lesson-hidden-believed = Creduto
lesson-hidden-range = 9 su 10
lesson-hidden-start = Inizio
lesson-hidden-drift = Cambiamento lento fino alla fine: { $what }
lesson-hidden-shock = Cambiamento improvviso: { $what }
lesson-hidden-competitor = Un concorrente: { $what }
lesson-moved-organic = visite organiche
lesson-moved-capacity = lead che si riescono a gestire
lesson-moved-retention = retention
lesson-moved-repeat = riacquisti
lesson-moved-referral = passaparola
lesson-moved-order-value = valore dell’ordine
lesson-moved-price = prezzi dei media

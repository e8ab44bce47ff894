# La tabella economica.
money-caption = I piani a confronto, con ogni ipotesi al valore mediano
money-figure = Indicatore
money-difference = Differenza
money-range = Proposta, 8 scenari su 10
money-unlimited = Senza limiti per canale
money-note-range = L’intervallo di 8 scenari su 10 esclude il decimo migliore e il decimo peggiore degli scenari simulati.
money-note-unlimited = “Senza limiti per canale” è il miglior piano con lo stesso budget se nessun singolo canale avesse limiti: mostra quanto costano i limiti.
money-note-median = I grafici mostrano la mediana dei risultati, questa tabella il risultato con le ipotesi mediane: i due valori possono differire.
targets-target = Obiettivo
targets-chance = Raggiunto in
targets-caption = Gli obiettivi del piano

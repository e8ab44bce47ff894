roi-subtitle = ROI cumulato, % della spesa di marketing: (utile lordo incrementale − spesa) / spesa, attualizzato all’inizio, { $horizon }.
roi-residual = «Con residuo» aggiunge quanto portano, dopo l’orizzonte, i clienti acquisiti fin lì.
roi-zero = { $zero }: la spesa è recuperata
roi-cut = { $side ->
    [above] { $period ->
        [day] i primi giorni escono in alto dalla scala, fino a { $extreme }
        [month] i primi mesi escono in alto dalla scala, fino a { $extreme }
        [quarter] i primi trimestri escono in alto dalla scala, fino a { $extreme }
       *[week] le prime settimane escono in alto dalla scala, fino a { $extreme }
    }
   *[below] { $period ->
        [day] i primi giorni escono in basso dalla scala, fino a { $extreme }
        [month] i primi mesi escono in basso dalla scala, fino a { $extreme }
        [quarter] i primi trimestri escono in basso dalla scala, fino a { $extreme }
       *[week] le prime settimane escono in basso dalla scala, fino a { $extreme }
    }
}

# Etichette alla fine delle linee.
roi-end-residual = { $roi } con residuo
roi-end-positive = { $counted ->
    [residual] con residuo > 0 { $likely }
   *[horizon] sopra 0 { $likely }
}

# L’inizio del titolo.
roi-when = { $run ->
    [drawn] Entro { $by }, in mediana,
   *[point] Entro { $by }
}
roi-title-none = Il piano non ha un ROI alla fine dell’orizzonte
roi-title-neither = Nessuno dei due piani ha un ROI alla fine dell’orizzonte
roi-title-plan = { $outcome ->
    [earned] { $when } il piano recupera la spesa e rende un { $amount } in più
   *[owed] { $when } il piano deve ancora recuperare un { $amount } della spesa
}
roi-title-today = { $outcome ->
    [earned] { $when } il piano attuale recupera la spesa e rende un { $amount } in più; la proposta non ha un ROI
   *[owed] { $when } il piano attuale deve ancora recuperare un { $amount } della spesa; la proposta non ha un ROI
}
roi-title-proposal = { $outcome ->
    [earned] { $when } la proposta recupera la spesa e rende un { $amount } in più; il piano attuale non ha un ROI
   *[owed] { $when } la proposta deve ancora recuperare un { $amount } della spesa; il piano attuale non ha un ROI
}
roi-title-alike = { $outcome ->
    [earned] { $when } la proposta recupera la spesa e rende un { $amount } in più, come il piano attuale
   *[owed] { $when } la proposta deve ancora recuperare un { $amount } della spesa, come il piano attuale
}
roi-title-both = { $outcome ->
    [earned] { $when } la proposta recupera la spesa e rende un { $amount } in più, il piano attuale un { $today }
   *[owed] { $when } la proposta deve ancora recuperare un { $amount } della spesa, il piano attuale un { $today }
}
roi-title-apart = { $outcome ->
    [earned] { $when } la proposta recupera la spesa e rende un { $amount } in più; il piano attuale deve ancora recuperarne un { $today }
   *[owed] { $when } la proposta deve ancora recuperare un { $amount } della spesa; il piano attuale la recupera e rende un { $today } in più
}

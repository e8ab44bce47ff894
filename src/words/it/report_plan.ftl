# Il piano per canale e trimestre.
plan-caption = Spesa della proposta in { $currency } per canale e trimestre solare; un periodo appartiene al trimestre in cui inizia
plan-caption-years = Spesa della proposta in { $currency } per canale e anno; un periodo appartiene all’anno in cui inizia
plan-caption-total = Spesa della proposta in { $currency } per canale sull’intero orizzonte
plan-channel = Canale
plan-total = Proposta
plan-today = Oggi
plan-change = Variazione
plan-sum = Totale
plan-actions-row = Azioni
plan-actions = Azioni
plan-action-new = Nuova: { $name }
plan-action-stays = Come previsto: { $name }
plan-action-dropped = Esclusa: { $name }

# I modi di migliorare un piano, come etichette.
strategy-hold = non cambiare nulla
strategy-big-bang = tutto in una volta
strategy-kaizen = kaizen
strategy-tamper = ritocchi continui
strategy-greedy-noise = tenere ciò che sembra meglio
strategy-lowest-rate = correggere il tasso più basso
strategy-thompson = campionamento di Thompson
strategy-oracle = oracolo
strategy-learner = tu

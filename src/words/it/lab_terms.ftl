# Come si chiamano le strategie del laboratorio, in una frase o come etichetta.
strategy-hold = non cambiare nulla
strategy-big-bang = big bang
strategy-kaizen = kaizen
strategy-tamper = ritocchi continui
strategy-greedy-noise = ciò che sembrava meglio
strategy-lowest-rate = curare il tasso più basso
strategy-thompson = Thompson sampling
strategy-oracle = oracolo
strategy-learner = tu

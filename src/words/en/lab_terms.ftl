# How somebody improves a plan, as labels.
strategy-hold = change nothing
strategy-big-bang = big bang
strategy-kaizen = kaizen
strategy-tamper = tampering
strategy-greedy-noise = whatever looked better
strategy-lowest-rate = fix the lowest rate
strategy-thompson = Thompson sampling
strategy-oracle = oracle
strategy-learner = you

# What the strategies of the lab are called, within a sentence or as a label.
strategy-hold = change nothing
strategy-big-bang = big bang
strategy-kaizen = kaizen
strategy-tamper = tampering
strategy-greedy-noise = whatever looked better
strategy-lowest-rate = fix the lowest rate
strategy-thompson = Thompson sampling
strategy-oracle = oracle
strategy-learner = you

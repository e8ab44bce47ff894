# What could go wrong.
risks-no-draws = No futures were drawn: a chance of loss cannot be told.
risks-certain = No assumption is uncertain: the forecast is one number for each figure, and no chances are told.
risks-loss = Loss
risks-loss-note = how often the proposal does not earn back its spend
risks-worse = No better than today
risks-worse-note = how often today’s plan would have been at least as good
risks-bad = A bad future
risks-bad-note = one future in twenty brings less { $objective } than this
risks-cash = Cash needed
risks-cash-note = deepest point that the spend takes the running profit to, at the median; at least { $worst } in one future of twenty
risks-cash-none = in 19 futures of 20 the spend never takes the running profit below zero
risks-beyond = { $n ->
    [one] The spend of { $channels } leaves the range that was ever observed: there the curve is an assumption.
   *[other] The spends of { $channels } leave the ranges that were ever observed: there the curves are assumptions.
}
risks-limit = { $kind ->
    [budget] The budget holds the plan back: with { $to } the result would be { $gain } higher.
    [least] A minimum holds the plan back: if “{ $of }” could spend as little as { $to } { $per }, the result would be { $gain } higher.
    [most] A maximum holds the plan back: if “{ $of }” could spend up to { $to } { $per }, the result would be { $gain } higher.
    [least-total] A minimum holds the plan back: if “{ $of }” could spend as little as { $to } in all, the result would be { $gain } higher.
    [most-total] A maximum holds the plan back: if “{ $of }” could spend up to { $to } in all, the result would be { $gain } higher.
   *[other] A limit holds the plan back: with { $limit } at { $to } the result would be { $gain } higher.
}
risks-caption = { $n ->
    [one] The assumption that moves today’s result
   *[other] The assumptions that move today’s result most
}
risks-quantity = Assumption
risks-from-to = From its 10th to its 90th percentile
risks-low = Result at the low end
risks-high = Result at the high end
risks-switch = Today’s plan is as good at
risks-no-switch = never
risks-knowledge = Knowing every assumption exactly before deciding would be worth { $all } on average; knowing { $quantity } alone { $one }.
risks-knowledge-test = A test that costs more than that does not pay.
risks-knowledge-none = Knowing every assumption exactly before deciding would be worth { $all } on average: the decision does not hang on any of them alone.
risks-knowledge-nothing = Knowing the assumptions better would not change the decision: it is worth next to nothing.

# The chart waterfall.
waterfall-title-gain = All moves together bring { $objective ->
    [long-term] { $total } more long-term profit
    [npv] { $total } more NPV
    [revenue] { $total } more revenue
    [customers] { $total } more customers
   *[profit] { $total } more profit
}; { $name } alone brings { $best }
waterfall-title-together = All moves together bring { $objective ->
    [long-term] { $total } more long-term profit
    [npv] { $total } more NPV
    [revenue] { $total } more revenue
    [customers] { $total } more customers
   *[profit] { $total } more profit
}, though none of them gains alone
waterfall-title-loss = To keep limits and budget the moves give up { $objective ->
    [long-term] { $total } of long-term profit
    [npv] { $total } of NPV
    [revenue] { $total } of revenue
    [customers] { $total } customers
   *[profit] { $total } of profit
}
waterfall-title-none = { $objective ->
    [long-term] No move changes the long-term profit
    [npv] No move changes the NPV
    [revenue] No move changes the revenue
    [customers] No move changes the number of customers
   *[profit] No move changes the profit
}
waterfall-subtitle = { $objective ->
    [long-term] Long-term profit in { $unit }
    [npv] NPV in { $unit }
    [revenue] Revenue in { $unit }
    [customers] New customers
   *[profit] Profit in { $unit }
}: what each move gains if it alone is made in today’s plan, the best first; then what the moves do only together.
waterfall-spend = change in spend
waterfall-start = Today’s plan
waterfall-end = Proposal
waterfall-interaction = Interaction of the moves
waterfall-channels = { $n ->
    [one] { $count } smaller channel
   *[other] { $count } smaller channels together
}
waterfall-others = { $n ->
    [one] { $count } smaller move
   *[other] { $count } smaller moves
}
waterfall-reached = { $amount } ({ $change })

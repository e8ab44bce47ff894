# Shares of the variance: what the picture shows.
sensitivity-subtitle = Variance of { $objective ->
    [long-term] long-term profit of today’s plan (NPV of { $horizon } + residual after them)
    [npv] NPV of today’s plan over { $horizon }
    [revenue] revenue of today’s plan over { $horizon }
    [customers] customers of today’s plan over { $horizon }
   *[profit] profit of today’s plan over { $horizon }
}. Solid: the share that goes when this quantity becomes known; outline: with what it does only together with others. Whiskers: two standard errors; ~0: not told from zero.
sensitivity-source = { $n ->
    [one] { $draws } draw
   *[other] { $draws } draws
}
sensitivity-heading = alone · with others
sensitivity-others = { $n ->
    [one] { $count } other
   *[other] { $count } others together
}
sensitivity-more = { $n ->
    [one] and { $count } more, not above { $most }
   *[other] and { $count } more, none above { $most }
}

# Titles.
sensitivity-title = { $objective ->
    [long-term] { $share } of the uncertainty of long-term profit
    [npv] { $share } of the uncertainty of NPV
    [revenue] { $share } of the uncertainty of revenue
    [customers] { $share } of the uncertainty of customers
   *[profit] { $share } of the uncertainty of profit
} is “{ $quantity }” alone; { $interaction ->
    [some] { $together } comes of quantities acting together
   *[little] that quantities act together adds little
}
sensitivity-title-together = “{ $quantity }” matters most to { $objective ->
    [long-term] long-term profit
    [npv] NPV
    [revenue] revenue
    [customers] customers
   *[profit] profit
}, but only together with others; { $interaction ->
    [some] { $together } comes of quantities acting together
   *[little] that quantities act together adds little
}
sensitivity-title-none = { $objective ->
    [long-term] No quantity alone explains what is uncertain of long-term profit
    [npv] No quantity alone explains what is uncertain of NPV
    [revenue] No quantity alone explains what is uncertain of revenue
    [customers] No quantity alone explains what is uncertain of customers
   *[profit] No quantity alone explains what is uncertain of profit
}

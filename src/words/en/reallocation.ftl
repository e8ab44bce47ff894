# Reallocation: what the picture shows, its columns and rows.
reallocation-subtitle = Spend over { $horizon } in { $unit }: hollow bar and first number today’s plan, filled bar and second number the proposal; sorted by the change.
reallocation-today = today
reallocation-proposal = proposal
reallocation-change = change
reallocation-new = new
reallocation-total = Total
reallocation-actions = Actions
reallocation-others = { $n ->
    [one] { $count } other
   *[other] { $count } others
}

# Why a row's spend stands where it does.
reallocation-action = action
reallocation-beyond = beyond observed
reallocation-min = at its min
reallocation-max = at its max
reallocation-min-total = at its total min
reallocation-max-total = at its total max
reallocation-locked = locked
reallocation-committed = committed
reallocation-step = a step away
reallocation-ramp = at its ramp
reallocation-burst = at its burst

# Titles.
reallocation-title-same = The proposal leaves every channel’s spend as it is
reallocation-title-moves-much = The proposal moves { $amount } ({ $share } of the spend)
reallocation-title-moves = The proposal moves { $amount } ({ $share } of the spend), above all from { $from } into { $into }
reallocation-title-moves-gains = { $objective ->
    [long-term] The proposal moves { $amount } ({ $share } of the spend), above all from { $from } into { $into }, and brings { $gain } more long-term profit
    [npv] The proposal moves { $amount } ({ $share } of the spend), above all from { $from } into { $into }, and brings { $gain } more NPV
    [revenue] The proposal moves { $amount } ({ $share } of the spend), above all from { $from } into { $into }, and brings { $gain } more revenue
    [customers] The proposal moves { $amount } ({ $share } of the spend), above all from { $from } into { $into }, and brings { $gain } more customers
   *[profit] The proposal moves { $amount } ({ $share } of the spend), above all from { $from } into { $into }, and brings { $gain } more profit
}
reallocation-title-spends = The proposal spends { $amount } { $direction ->
    [more] more
   *[less] less
} than today’s plan
reallocation-title-spends-gains = The proposal spends { $amount } { $direction ->
    [more] more
   *[less] less
} than today’s plan and brings { $gain } more { $objective ->
    [long-term] long-term profit
    [npv] NPV
    [revenue] revenue
    [customers] customers
   *[profit] profit
}

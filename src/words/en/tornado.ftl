# Tornado: what the picture shows, sentence by sentence.
tornado-subtitle = { $objective ->
    [long-term] Long-term profit of today’s plan (NPV of { $horizon } + residual after them)
    [npv] NPV of today’s plan over { $horizon }
    [revenue] Revenue of today’s plan over { $horizon }
    [customers] Customers of today’s plan over { $horizon }
   *[profit] Profit of today’s plan over { $horizon }
}, each quantity at its 10th percentile (pale) and at its 90th (full), the others at their medians; its values at the ends of the bars.
tornado-marks = ◆: where the other plan becomes the better one.
tornado-source = each quantity alone from its 10th to its 90th percentile

# Labels.
tornado-medians = all at their medians: { $amount }
tornado-below = ◆ below { $value }
tornado-above = ◆ above { $value }
tornado-endless = outgrows all numbers
tornado-more = { $n ->
    [one] and { $count } more
   *[other] and { $count } more
}
tornado-each = each moves it by { $bound } at most
tornado-customers = { $n ->
    [one] { $count } customer
   *[other] { $count } customers
}

# Titles.
tornado-title = { $objective ->
    [long-term] Long-term profit depends most on
    [npv] NPV depends most on
    [revenue] Revenue depends most on
    [customers] The number of customers depends most on
   *[profit] Profit depends most on
} “{ $quantity }”: { $swing } between its 10th and 90th percentile{ $choice ->
    [none] ; none alone makes today’s plan the better one
    [one] ; one quantity alone could make today’s plan the better one
    [some] ; { $count } quantities could each make today’s plan the better one
   *[unknown] {""}
}
tornado-title-none = { $objective ->
    [long-term] No uncertain quantity alone moves long-term profit of today’s plan
    [npv] No uncertain quantity alone moves NPV of today’s plan
    [revenue] No uncertain quantity alone moves revenue of today’s plan
    [customers] No uncertain quantity alone moves the customers of today’s plan
   *[profit] No uncertain quantity alone moves profit of today’s plan
}

# The quantities of a scenario, as people read them; what is of one channel or action stands behind its name.
quantity-organic = organic visits
quantity-audience = audience
quantity-act-rate = visit-to-lead rate
quantity-convert-rate = lead-to-customer rate
quantity-capacity = leads that can be handled
quantity-backlog-loss = waiting leads lost
quantity-retention = retention rate
quantity-retention-shape = retention curve, { $letter }
quantity-customers = active customers at the start
quantity-repeat-rate = repeat order rate
quantity-referral = visits per customer by referral
quantity-order-value = average order value
quantity-repeat-value = average repeat order value
quantity-margin = gross margin
quantity-fixed-cost = fixed cost
quantity-discount-rate = discount rate
quantity-boost-organic = { $of }: boost of organic visits
quantity-boost = { $of }: boost of { $target }
quantity-act-quality = { $of }: quality of visits
quantity-convert-quality = { $of }: quality of leads
quantity-visits = { $of }: most visits
quantity-visits-today = { $of }: visits today
quantity-visit-cost = { $of }: cost per visit
quantity-decay = { $of }: carryover
quantity-half-life = { $of }: half-life of its carryover
quantity-carryover-shape = { $of }: shape of its carryover
quantity-carryover-scale = { $of }: length of its carryover
quantity-lift = { $of }: lift of { $effect ->
    [act] visit-to-lead rate
    [convert] lead-to-customer rate
    [retention] retention
   *[repeat] repeat orders
}
quantity-half-spend = { $of }: half-effect spend, { $effect ->
    [act] visits to leads
    [convert] leads to customers
    [retention] retention
    [repeat] repeat orders
   *[reach] visits
}
quantity-slope = { $of }: slope of its curve, { $effect ->
    [act] visits to leads
    [convert] leads to customers
    [retention] retention
    [repeat] repeat orders
   *[reach] visits
}
quantity-action-lift = { $of }: effect
quantity-action-cost = { $of }: cost
quantity-running-cost = { $of }: running cost

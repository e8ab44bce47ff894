# The stages of the funnel.
stage-reach = Reach
stage-act = Act
stage-convert = Convert
stage-engage = Engage

# What the plan is for. The form “plain” stands within a sentence as its subject, “title” at its beginning, “of” after a noun that it belongs to.
objective-profit = { $form ->
    [title] Profit
   *[plain] profit
}
objective-npv = NPV{ $form ->
   *[plain] {""}
}
objective-long-term-profit = { $form ->
    [title] Long-term profit
   *[plain] long-term profit
}
objective-revenue = { $form ->
    [title] Revenue
   *[plain] revenue
}
objective-customers = { $form ->
    [title] Customers
   *[plain] customers
}

# The plans, as labels.
today-plan = Today’s plan
proposal = Proposal
plan = Plan

# How long something lasts, after “over” or “within”.
span-days = { $n ->
    [one] { $count } day
   *[other] { $count } days
}
span-weeks = { $n ->
    [one] { $count } week
   *[other] { $count } weeks
}
span-months = { $n ->
    [one] { $count } month
   *[other] { $count } months
}
span-quarters = { $n ->
    [one] { $count } quarter
   *[other] { $count } quarters
}

# When something happens.
during-day = on day { $number }
during-week = in week { $number }
during-month = in month { $number }
during-quarter = in quarter { $number }

# Until when, after “by”.
until-day = day { $number }
until-week = week { $number }
until-month = month { $number }
until-quarter = quarter { $number }

# How often.
per-day = per day
per-week = per week
per-month = per month
per-quarter = per quarter

# What customers are counted in.
unit-customers = new customers

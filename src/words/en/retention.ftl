# The chart retention.
retention-title-alone = Of 100 customers won at the start, { $n ->
    [one] { $kept } is
   *[other] { $kept } are
} still active at the end; the plan ends with { $active } active customers
retention-title = Of 100 customers won at the start, { $n ->
    [one] { $kept } is
   *[other] { $kept } are
} still active at the end; the proposal ends with { $active } active customers{ $change ->
    [more] , { $difference } more than today’s plan
    [fewer] , { $difference } fewer than today’s plan
   *[same] , as many as today’s plan
}
retention-subtitle = Left, what share of a cohort of new customers is still active at which age; right, all active customers at the end of each { $period ->
    [day] day
    [week] week
    [month] month
   *[quarter] quarter
}.
retention-cohort = Still active, by age in { $period ->
    [day] days
    [week] weeks
    [month] months
   *[quarter] quarters
}
retention-base = Active customers
retention-end = { $plan ->
    [today] Today’s plan { $value }
    [proposal] Proposal { $value }
    [both] Both plans { $value }
   *[alone] Plan { $value }
}
retention-half = half are gone after { $age }

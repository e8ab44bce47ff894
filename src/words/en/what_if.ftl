# Plans side by side: what the picture shows, sentence by sentence.
what-if-subtitle = { $objective ->
    [long-term] Long-term profit over { $horizon } minus that of { $base }, { $currency }.
    [npv] NPV over { $horizon } minus that of { $base }, { $currency }.
    [revenue] Revenue over { $horizon } minus that of { $base }, { $currency }.
    [customers] New customers over { $horizon } minus those of { $base }.
   *[profit] Profit over { $horizon } minus that of { $base }, { $currency }.
}
what-if-futures = Both plans in the same futures; ◆{"\u00A0"}every quantity at its median.
what-if-first = The first { $shown } of { $all } plans.
what-if-median = median

# Beside each plan.
what-if-better = better { $chance }
what-if-never-better = better in no future drawn
what-if-same = the same in every future
what-if-range = 8 in 10: { $low } to { $high }
what-if-unclear = its mean cannot be told from 0
what-if-not-compared = not compared: another objective or currency

# Titles.
what-if-title-beats = { $plan } beats { $base } { $chance }
what-if-title-most = { $plan } beats { $base } most often: { $chance }
what-if-title-even = { $n ->
    [one] { $count } plan beats { $base } { $chance }
   *[other] { $count } plans beat { $base } { $chance }
}
what-if-title-seldom = { $plan } beats { $base } only { $chance }
what-if-title-worse = { $plan } beats { $base } in no future drawn
what-if-title-never = No plan beats { $base } in any future drawn
what-if-title-none-often = No plan beats { $base } more often than not: { $plan } does { $chance }
what-if-title-same = { $plan } and { $base } come to the same in every future
what-if-title-none-but-same = No plan beats { $base }: { $plan } comes to the same in every future
what-if-title-brings = { $plan } brings { $amount } { $direction ->
    [more] { $objective ->
        [long-term] more long-term profit
        [npv] more NPV
        [revenue] more revenue
        [customers] more customers
       *[profit] more profit
    }
   *[less] { $objective ->
        [long-term] less long-term profit
        [npv] less NPV
        [revenue] less revenue
        [customers] fewer customers
       *[profit] less profit
    }
} than { $base }
what-if-title-as-good = { $plan } and { $base } come to the same
what-if-title-none = No plan can be compared with { $base }

# Assumptions and their sources.
assumptions-what = Every number that was put in, by its key in the scenario file. A range says how uncertain the number is; the middle value has half of the futures on each side.
assumptions-without = { $n ->
    [one] { $count } number has no source.
   *[other] { $count } numbers have no source.
}
assumptions-caption = Assumptions
assumptions-key = Key
assumptions-value = Middle value
assumptions-range = Range
assumptions-source = Source
assumptions-ninety = { $range } (9 in 10)
assumptions-eighty = { $range } (8 in 10)
assumptions-all = { $range } (always)
assumptions-series = { $n ->
    [one] list of { $count } number
   *[other] list of { $count } numbers
}
assumptions-default = default of the program
assumptions-set = changed for this report
assumptions-number = No.
assumptions-sources = Sources
reconciliation-observed = Your figure
reconciliation-modelled = The model
reconciliation-caption = A normal period today: your own figures beside those of the model

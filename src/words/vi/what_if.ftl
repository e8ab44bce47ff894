# Các kế hoạch đặt cạnh nhau: biểu đồ cho thấy gì, từng câu một.
what-if-subtitle = { $objective ->
    [long-term] Lợi nhuận dài hạn trong { $horizon } trừ đi của { $base }, { $currency }.
    [npv] NPV trong { $horizon } trừ đi của { $base }, { $currency }.
    [revenue] Doanh thu trong { $horizon } trừ đi của { $base }, { $currency }.
    [customers] Khách hàng mới trong { $horizon } trừ đi của { $base }.
   *[profit] Lợi nhuận trong { $horizon } trừ đi của { $base }, { $currency }.
}
what-if-futures = Hai kế hoạch trong cùng các kịch bản; ◆{"\u00A0"}mọi đại lượng ở trung vị.
what-if-first = { $shown }/{ $all } kế hoạch đầu tiên.
what-if-median = trung vị

# Bên cạnh từng kế hoạch.
what-if-better = tốt hơn { $chance }
what-if-never-better = không kịch bản nào tốt hơn
what-if-same = như nhau trong mọi kịch bản
what-if-range = 8/10: { $low } … { $high }
what-if-unclear = trung bình không khác 0
what-if-not-compared = không so sánh: khác mục tiêu hoặc tiền tệ

# Tiêu đề.
what-if-title-beats = { $plan } tốt hơn { $base } { $chance }
what-if-title-most = { $plan } tốt hơn { $base } thường xuyên nhất: { $chance }
what-if-title-even = { $count } kế hoạch tốt hơn { $base } { $chance }
what-if-title-seldom = { $plan } chỉ tốt hơn { $base } { $chance }
what-if-title-worse = { $plan } không tốt hơn { $base } trong kịch bản nào
what-if-title-never = Không kế hoạch nào tốt hơn { $base } trong bất kỳ kịch bản nào
what-if-title-none-often = Không kế hoạch nào tốt hơn { $base } trong phần lớn kịch bản: { $plan } { $chance }
what-if-title-same = { $plan } và { $base } như nhau trong mọi kịch bản
what-if-title-none-but-same = Không kế hoạch nào tốt hơn { $base }: { $plan } bằng trong mọi kịch bản
what-if-title-brings = { $plan } mang lại { $direction ->
    [more] nhiều hơn { $base } { $amount } { $objective ->
        [long-term] lợi nhuận dài hạn
        [npv] NPV
        [revenue] doanh thu
        [customers] khách hàng
       *[profit] lợi nhuận
    }
   *[less] ít hơn { $base } { $amount } { $objective ->
        [long-term] lợi nhuận dài hạn
        [npv] NPV
        [revenue] doanh thu
        [customers] khách hàng
       *[profit] lợi nhuận
    }
}
what-if-title-as-good = { $plan } và { $base } như nhau
what-if-title-none = Không kế hoạch nào so sánh được với { $base }

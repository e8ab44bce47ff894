# Dòng cuối: số liệu lấy từ đâu.
lab-drawn = { $n ->
   *[other] { $worlds } thế giới ẩn, seed { $seed }
}
lab-drawn-world = thế giới ẩn { $world } trong { $worlds }, seed { $seed }
lab-drawn-one-world = thế giới ẩn { $world }, seed { $seed }
lab-one-world = Chỉ một thế giới: không có dải.
lab-medians = Các giá trị là trung vị trên các thế giới.
lab-later-elsewhere = Phần đến sau đó được tính ở biểu đồ tuyên bố và biểu đồ kém nhà tiên tri.
lab-later-too = Tính cả phần đến sau kế hoạch ({ $horizon }).

# Các chiến lược ngang nhau, làm chủ ngữ.
lab-level-two = “{ $first }” và “{ $second }”
lab-level-three = “{ $first }”, “{ $second }” và “{ $third }”
lab-level-many = { $n ->
   *[other] { $count } chiến lược
}

# Mục tiêu lũy kế theo chiến lược.
lab-profit-subtitle = { $objective } lũy kế, chênh lệch so với giữ nguyên trong cùng thế giới, { $unit }, qua { $cycles } vòng ({ $horizon }).
lab-profit-title = { $when ->
    [end] “{ $strategy }” được nhiều nhất đến { $until }: { $gain } so với giữ nguyên; nhà tiên tri, biết sự thật, được { $oracle }
   *[open] “{ $strategy }” được nhiều nhất: { $gain } so với giữ nguyên; nhà tiên tri, biết sự thật, được { $oracle }
}
lab-profit-title-level = { $strategies } ngang nhau: { $gain } so với giữ nguyên đến { $until }; nhà tiên tri, biết sự thật, được { $oracle }
lab-profit-title-none = Không chiến lược nào hơn giữ nguyên; nhà tiên tri, biết sự thật, được { $oracle }
lab-profit-title-oracle = Nhà tiên tri, biết sự thật, được { $oracle } so với giữ nguyên
lab-key-band = { $strategy }: 8/10 thế giới

# Một thế giới mà mọi chiến lược đều chơi.
lab-world-subtitle = { $objective } lũy kế, chênh lệch so với giữ nguyên, { $unit }, qua { $cycles } vòng ({ $horizon }); cạnh tên là tổng của mỗi chiến lược.
lab-world-amount = { $amount } ({ $change })
lab-world-title = { $oracle ->
    [beaten] Ở thế giới { $world }, đến { $until } “{ $strategy }” tốt nhất, hơn cả nhà tiên tri: { $gain }
    [level] Ở thế giới { $world }, đến { $until } “{ $strategy }” tốt nhất, ngang nhà tiên tri: { $gain }
    [absent] Ở thế giới { $world }, đến { $until } “{ $strategy }” tốt nhất: { $gain }
   *[ahead] Cùng một thế giới, mọi chiến lược: ở thế giới { $world }, không kể nhà tiên tri, “{ $strategy }” tốt nhất, { $gain }
}
lab-world-title-level = { $oracle ->
    [beaten] Ở thế giới { $world }, đến { $until } { $strategies } ngang nhau, hơn cả nhà tiên tri: { $gain }
    [level] Ở thế giới { $world }, đến { $until } { $strategies } ngang nhau và ngang nhà tiên tri: { $gain }
    [absent] Ở thế giới { $world }, đến { $until } { $strategies } ngang nhau: { $gain }
   *[ahead] Ở thế giới { $world }, đến { $until }, không kể nhà tiên tri, { $strategies } ngang nhau, tốt nhất: { $gain }
}
lab-world-title-none = { $oracle ->
    [beaten] Cùng một thế giới, mọi chiến lược: ở thế giới { $world } không gì hơn giữ nguyên
   *[ahead] Cùng một thế giới, mọi chiến lược: ở thế giới { $world }, không kể nhà tiên tri, không gì hơn giữ nguyên
}
lab-world-title-first = { $place ->
    [1] Ở thế giới { $world } bạn hơn mọi chiến lược, cả nhà tiên tri: hơn “{ $strategy }” { $gap }
   *[other] Ở thế giới { $world } bạn hơn mọi chiến lược trừ nhà tiên tri: hơn “{ $strategy }” { $gap }
}
lab-world-title-learner = Bạn đứng thứ { $place }/{ $all } ở thế giới { $world }, kém “{ $strategy }” { $gap }
lab-world-title-learner-level = Ở thế giới { $world } bạn ngang “{ $strategy }”

# Kém nhà tiên tri bao nhiêu.
lab-regret-subtitle = { $objective }: mỗi chiến lược kém nhà tiên tri, người biết sự thật, bao nhiêu trong cùng thế giới, { $unit }. Tốt nhất tính trong số còn lại.
lab-regret-title = “{ $strategy }” gần nhà tiên tri nhất: kém { $regret } ở trung vị, tốt nhất trong số còn lại ở { $share } thế giới
lab-regret-title-one = “{ $strategy }” gần nhà tiên tri nhất ở thế giới này: kém { $regret }
lab-regret-title-level = “{ $strategy }” không kém nhà tiên tri
lab-regret-title-none-behind = { $strategies } không kém nhà tiên tri
lab-regret-title-both = { $worlds ->
    [one] { $strategies } gần nhà tiên tri nhất ở thế giới này, ngang nhau: kém không quá { $regret }
   *[many] { $strategies } gần nhà tiên tri nhất, ngang nhau: kém không quá { $regret } ở trung vị
}
lab-regret-zoom = { $n ->
   *[other] các hàng trên theo thang rộng gấp { $times } lần
}
lab-regret-behind = kém
lab-regret-best = tốt nhất ở
lab-key-half = nửa số thế giới
lab-key-nine = 9/10

# Tuyên bố và sự thật.
lab-claims-subtitle = { $objective }: phần tăng mà mỗi chiến lược sẽ báo cáo, cạnh giá trị thật của kế hoạch so với giữ nguyên, bỏ phần may rủi, { $unit }.
lab-claims-title = “{ $strategy }” tự lừa mình nhiều nhất: tuyên bố { $claimed }, thực ra { $truth }
lab-claims-title-none = Không chiến lược nào tuyên bố nhiều hơn mức tăng thật
lab-key-claimed = tuyên bố
lab-key-true = thực ra
lab-key-eight = 8/10 thế giới

# Biểu đồ kiểm soát.
lab-control-subtitle = { $period ->
    [day] Số đo mỗi ngày ở thế giới { $world }. Giới hạn: trung bình ± 2,66 lần khoảng trượt trung bình của các ngày nền xám.
    [month] Số đo mỗi tháng ở thế giới { $world }. Giới hạn: trung bình ± 2,66 lần khoảng trượt trung bình của các tháng nền xám.
    [quarter] Số đo mỗi quý ở thế giới { $world }. Giới hạn: trung bình ± 2,66 lần khoảng trượt trung bình của các quý nền xám.
   *[week] Số đo mỗi tuần ở thế giới { $world }. Giới hạn: trung bình ± 2,66 lần khoảng trượt trung bình của các tuần nền xám.
}
lab-control-title = { $who ->
    [learner] Bạn đổi kế hoạch { $changes } lần; { $signals }/{ $charts } biểu đồ kiểm soát có tín hiệu
   *[strategy] “{ $strategy }” đổi kế hoạch { $changes } lần; { $signals }/{ $charts } biểu đồ kiểm soát có tín hiệu
}
lab-control-title-quiet = { $who ->
    [learner] Bạn đổi kế hoạch { $changes } lần, nhưng không biểu đồ kiểm soát nào có tín hiệu
   *[strategy] “{ $strategy }” đổi kế hoạch { $changes } lần, nhưng không biểu đồ kiểm soát nào có tín hiệu
}
lab-control-title-alarm = Không thay đổi gì, mà { $signals }/{ $charts } biểu đồ kiểm soát có tín hiệu
lab-control-title-still = Không thay đổi gì, và không biểu đồ kiểm soát nào có tín hiệu
lab-control-signals = { $count } tín hiệu
lab-control-none = không có tín hiệu: dao động trong mức nhiễu
lab-control-few = quá ít điểm để tính giới hạn
lab-control-constant = không đổi
lab-control-nothing = không đo được gì
lab-rule-outside = ngoài giới hạn
lab-key-run = nhiều điểm liền nhau
lab-rule-eight = 8 điểm một phía
lab-rule-three = 3/4 quá nửa đường
lab-key-base = điểm để tính giới hạn
lab-key-limits = giới hạn
lab-key-change = đổi kế hoạch
lab-watched-visits = Lượt truy cập, đã trừ mùa vụ
lab-watched-act = Hành động: lead mỗi lượt
lab-watched-convert = Chuyển đổi: khách mỗi lead
lab-watched-retention = Gắn kết: khách được giữ lại
lab-watched-repeat = Gắn kết: đơn mua lặp lại
lab-watched-roi = ROI, tính mọi lợi nhuận gộp

# Chi tiêu theo vòng.
lab-moves-subtitle = Chi tiêu { $per } đo được trong mỗi vòng ở thế giới { $world }, { $currency }, theo kênh. ▼ là vòng bắt đầu bằng một thay đổi.
lab-moves-actions = Dưới các vòng là những hành động được bắt đầu.
lab-moves-action = { $cycle }: { $action }
lab-moves-more = { $n ->
   *[other] và { $count } nữa
}
lab-moves-title = { $who ->
    [learner] Bạn đổi kế hoạch trong { $changes }/{ $cycles } vòng
   *[strategy] “{ $strategy }” đổi kế hoạch trong { $changes }/{ $cycles } vòng
}
lab-moves-title-none = { $who ->
    [learner] Bạn giữ nguyên kế hoạch
   *[strategy] “{ $strategy }” giữ nguyên kế hoạch
}

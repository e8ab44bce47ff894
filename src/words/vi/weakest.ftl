# Điều gì đó mang lại bao nhiêu.
gain = { $objective ->
    [npv] { $way ->
        [less] ít hơn { $amount } NPV
       *[more] thêm { $amount } NPV
    }
    [long-term] { $way ->
        [less] ít hơn { $amount } lợi nhuận dài hạn
       *[more] thêm { $amount } lợi nhuận dài hạn
    }
    [revenue] { $way ->
        [less] ít hơn { $amount } doanh thu
       *[more] thêm { $amount } doanh thu
    }
    [customers] { $way ->
        [less] ít hơn { $amount } khách hàng
       *[more] thêm { $amount } khách hàng
    }
   *[profit] { $way ->
        [less] ít hơn { $amount } lợi nhuận
       *[more] thêm { $amount } lợi nhuận
    }
}

# Khoảng thời gian mà mục tiêu tính đến.
over-the-horizon = { $counted ->
    [residual] (NPV của { $span } + phần còn lại sau đó)
   *[horizon] trong { $span }
}

weakest-subtitle = Mỗi giai đoạn có thể mang lại thêm bao nhiêu: { $objective } { $followed }, { $unit }. Mô hình chạy lại với tỷ lệ ở mức mục tiêu hoặc, nếu không có mục tiêu, với đòn bẩy tốt nhất đã biết, đã trừ chi phí.
weakest-medians = Thanh và tỷ lệ lấy ở trung vị.
weakest-title-none = Không giai đoạn nào có mục tiêu hay đòn bẩy, nên chưa thể nói giai đoạn nào yếu nhất
weakest-title-plain = { $stage } là giai đoạn yếu nhất
weakest-title-nothing = { $objective ->
    [npv] Không giai đoạn nào mang lại thêm NPV dù đạt mục tiêu hay dùng đòn bẩy tốt nhất
    [long-term] Không giai đoạn nào mang lại thêm lợi nhuận dài hạn dù đạt mục tiêu hay dùng đòn bẩy tốt nhất
    [revenue] Không giai đoạn nào mang lại thêm doanh thu dù đạt mục tiêu hay dùng đòn bẩy tốt nhất
    [customers] Không giai đoạn nào mang lại thêm khách hàng dù đạt mục tiêu hay dùng đòn bẩy tốt nhất
   *[profit] Không giai đoạn nào mang lại thêm lợi nhuận dù đạt mục tiêu hay dùng đòn bẩy tốt nhất
}
weakest-title-target = { $stage } là giai đoạn yếu nhất: nếu đạt mục tiêu sẽ mang lại { $gain }
weakest-title-lever = { $stage } là giai đoạn yếu nhất: đòn bẩy tốt nhất đã biết sẽ mang lại { $gain }
weakest-title-target-likely = { $stage } là giai đoạn yếu nhất { $likely }: nếu đạt mục tiêu sẽ mang lại { $gain }
weakest-title-lever-likely = { $stage } là giai đoạn yếu nhất { $likely }: đòn bẩy tốt nhất đã biết sẽ mang lại { $gain }

# Các dòng.
weakest-name = { $stage } (yếu nhất)
weakest-likely = yếu nhất: { $likely }
weakest-unranked = không xếp hạng: không có mục tiêu hay đòn bẩy
weakest-certain = chắc chắn: { $value }
weakest-key-rate = tỷ lệ, trung vị
weakest-key-target = mục tiêu
weakest-reach-target = truy cập { $now } → mục tiêu { $target } { $per }
weakest-reach = { $now } lượt truy cập { $per }, không có mục tiêu
weakest-rate-target = { $stage ->
    [act] truy cập thành lead { $now } → mục tiêu { $target }
    [convert] lead thành khách { $now } → mục tiêu { $target }
   *[engage] giữ chân { $now } → mục tiêu { $target }
}
weakest-rate = { $stage ->
    [act] truy cập thành lead { $now }, không có mục tiêu
    [convert] lead thành khách { $now }, không có mục tiêu
   *[engage] giữ chân { $now }, không có mục tiêu
}
weakest-lever-action = đòn bẩy tốt nhất: hành động { $name }
weakest-lever-channel = đòn bẩy tốt nhất: thêm 1% qua { $name }
weakest-lever-known = đòn bẩy tốt nhất: { $name }

# Vì sao yếu nhất.
weakest-gap-reach = Có { $now } lượt truy cập { $per }, mục tiêu là { $target }.
weakest-gap-act = { $whose ->
    [organic] { $now } lượt truy cập tự nhiên trở thành lead, mục tiêu là { $target }.
   *[all] { $now } lượt truy cập trở thành lead, mục tiêu là { $target }.
}
weakest-gap-convert = { $whose ->
    [organic] { $now } lead tự nhiên trở thành khách hàng, mục tiêu là { $target }.
   *[all] { $now } lead trở thành khách hàng, mục tiêu là { $target }.
}
weakest-gap-engage = { $period ->
    [day] { $now } khách hàng ở lại thêm một ngày, mục tiêu là { $target }.
    [month] { $now } khách hàng ở lại thêm một tháng, mục tiêu là { $target }.
    [quarter] { $now } khách hàng ở lại thêm một quý, mục tiêu là { $target }.
   *[week] { $now } khách hàng ở lại thêm một tuần, mục tiêu là { $target }.
}
weakest-gap-repeat = Một khách được giữ lại đặt hàng { $now } lần { $per }, mục tiêu là { $target }.
weakest-at-target = { $stage } đã đạt mục tiêu.
weakest-why-lever = { $gains ->
    [yes] { $stage } không có mục tiêu: được xếp theo phần mà đòn bẩy tốt nhất đã biết mang thêm.
   *[no] { $stage } không có mục tiêu và không đòn bẩy nào đã biết mang thêm gì.
}
weakest-why-out-of-reach = Làm nhiều hơn những gì đang hiệu quả cũng không đạt được mục tiêu.
weakest-why-order-value = Cách này tăng giá trị đơn hàng.
weakest-why-capacity = Cách này tăng công suất.
weakest-why-referral = Cách này mang thêm lượt giới thiệu.
weakest-way-up = { $kind ->
    [action] Cách tốt nhất đã biết là hành động “{ $name }” với { $cost }: sau chi phí mang lại { $gain }.
   *[channel] Cách tốt nhất đã biết là chi thêm { $cost } cho { $name }: sau chi phí mang lại { $gain }.
}
weakest-way-down = { $kind ->
    [action] Ngay cả cách tốt nhất đã biết, hành động “{ $name }” với { $cost }, sau chi phí mang lại { $gain }.
   *[channel] Ngay cả cách tốt nhất đã biết, chi thêm { $cost } cho { $name }, sau chi phí mang lại { $gain }.
}
weakest-capacity-convert = Công suất kín { $bound } thời gian; thêm 1% công suất mang lại { $gain }.
weakest-capacity-visits = Công suất kín { $bound } thời gian, nên thêm 1% lượt truy cập chỉ mang lại { $gain }.
weakest-capacity-no-demand = Nhu cầu tăng thêm không có giá trị khi công suất của { $stage } đã kín.

# Biểu đồ tornado: cho thấy gì, từng câu một.
tornado-subtitle = { $objective ->
    [long-term] Lợi nhuận dài hạn của kế hoạch hiện tại (NPV { $horizon } + giá trị còn lại)
    [npv] NPV của kế hoạch hiện tại trong { $horizon }
    [revenue] Doanh thu của kế hoạch hiện tại trong { $horizon }
    [customers] Số khách hàng của kế hoạch hiện tại trong { $horizon }
   *[profit] Lợi nhuận của kế hoạch hiện tại trong { $horizon }
}, mỗi đại lượng ở phân vị 10 (nhạt) và 90 (đậm), các đại lượng khác ở trung vị; giá trị ghi ở hai đầu thanh.
tornado-marks = ◆: nơi kế hoạch kia trở nên tốt hơn.
tornado-source = từng đại lượng riêng, từ phân vị 10 đến 90

# Nhãn.
tornado-medians = tất cả ở trung vị: { $amount }
tornado-below = ◆ dưới { $value }
tornado-above = ◆ trên { $value }
tornado-endless = vượt mọi con số
tornado-more = và { $count } đại lượng khác
tornado-each = mỗi đại lượng: tối đa { $bound }
tornado-customers = { $count } khách hàng

# Tiêu đề.
tornado-title = { $objective ->
    [long-term] Lợi nhuận dài hạn phụ thuộc nhiều nhất vào
    [npv] NPV phụ thuộc nhiều nhất vào
    [revenue] Doanh thu phụ thuộc nhiều nhất vào
    [customers] Số khách hàng phụ thuộc nhiều nhất vào
   *[profit] Lợi nhuận phụ thuộc nhiều nhất vào
} “{ $quantity }”: chênh { $swing }{ $choice ->
    [none] ; không đại lượng nào tự nó đổi được lựa chọn
    [one] ; một đại lượng tự nó có thể đổi lựa chọn
    [some] ; { $count } đại lượng, mỗi cái tự nó, có thể đổi lựa chọn
   *[unknown] {""}
}
tornado-title-none = { $objective ->
    [long-term] Không đại lượng bất định nào tự nó làm thay đổi lợi nhuận dài hạn của kế hoạch hiện tại
    [npv] Không đại lượng bất định nào tự nó làm thay đổi NPV của kế hoạch hiện tại
    [revenue] Không đại lượng bất định nào tự nó làm thay đổi doanh thu của kế hoạch hiện tại
    [customers] Không đại lượng bất định nào tự nó làm thay đổi số khách hàng của kế hoạch hiện tại
   *[profit] Không đại lượng bất định nào tự nó làm thay đổi lợi nhuận của kế hoạch hiện tại
}

# Các đại lượng của kịch bản theo cách người đọc hiểu; đại lượng của kênh hay hoạt động đứng sau tên.
quantity-organic = lượt truy cập tự nhiên
quantity-audience = tệp khán giả
quantity-act-rate = tỷ lệ truy cập → lead
quantity-convert-rate = tỷ lệ lead → khách hàng
quantity-capacity = số lead xử lý được
quantity-backlog-loss = lead chờ bị mất
quantity-retention = tỷ lệ giữ chân khách hàng
quantity-retention-shape = đường cong giữ chân, { $letter }
quantity-customers = khách hàng hoạt động ban đầu
quantity-repeat-rate = tỷ lệ mua lặp lại
quantity-referral = lượt truy cập nhờ giới thiệu
quantity-order-value = giá trị đơn hàng trung bình
quantity-repeat-value = giá trị đơn mua lại trung bình
quantity-margin = biên lợi nhuận gộp
quantity-fixed-cost = chi phí cố định
quantity-discount-rate = tỷ lệ chiết khấu
quantity-boost-organic = { $of }: thúc đẩy truy cập tự nhiên
quantity-boost = { $of }: thúc đẩy { $target }
quantity-act-quality = { $of }: chất lượng truy cập
quantity-convert-quality = { $of }: chất lượng lead
quantity-visits = { $of }: truy cập tối đa
quantity-visits-today = { $of }: truy cập hiện tại
quantity-visit-cost = { $of }: chi phí mỗi truy cập
quantity-decay = { $of }: hiệu ứng lưu lại
quantity-half-life = { $of }: bán rã hiệu ứng lưu lại
quantity-carryover-shape = { $of }: dạng hiệu ứng lưu lại
quantity-carryover-scale = { $of }: độ dài hiệu ứng lưu lại
quantity-lift = { $of }: mức tăng { $effect ->
    [act] tỷ lệ truy cập → lead
    [convert] tỷ lệ lead → khách
    [retention] giữ chân
   *[repeat] mua lặp lại
}
quantity-half-spend = { $of }: mức chi nửa hiệu quả, { $effect ->
    [act] truy cập → lead
    [convert] lead → khách
    [retention] giữ chân
    [repeat] mua lặp lại
   *[reach] truy cập
}
quantity-slope = { $of }: độ dốc đường cong, { $effect ->
    [act] truy cập → lead
    [convert] lead → khách
    [retention] giữ chân
    [repeat] mua lặp lại
   *[reach] truy cập
}
quantity-action-lift = { $of }: hiệu quả
quantity-action-cost = { $of }: chi phí
quantity-running-cost = { $of }: chi phí vận hành

# Tỷ phần phương sai: biểu đồ cho thấy gì.
sensitivity-subtitle = Phương sai của { $objective ->
    [long-term] lợi nhuận dài hạn của kế hoạch hiện tại (NPV { $horizon } + giá trị còn lại)
    [npv] NPV của kế hoạch hiện tại trong { $horizon }
    [revenue] doanh thu của kế hoạch hiện tại trong { $horizon }
    [customers] số khách hàng của kế hoạch hiện tại trong { $horizon }
   *[profit] lợi nhuận của kế hoạch hiện tại trong { $horizon }
}. Thanh đặc: phần mất đi khi biết rõ đại lượng này; khung: cả phần tác động cùng đại lượng khác. Vạch: hai sai số chuẩn; ~0: không khác 0.
sensitivity-source = { $draws } lượt mô phỏng
sensitivity-heading = riêng · cùng đại lượng khác
sensitivity-others = { $count } đại lượng khác gộp lại
sensitivity-more = và { $count } đại lượng khác, không quá { $most }

# Tiêu đề.
sensitivity-title = { $objective ->
    [long-term] { $share } bất định của lợi nhuận dài hạn
    [npv] { $share } bất định của NPV
    [revenue] { $share } bất định của doanh thu
    [customers] { $share } bất định của số khách hàng
   *[profit] { $share } bất định của lợi nhuận
} là do riêng “{ $quantity }”; { $interaction ->
    [some] { $together } do các đại lượng cùng tác động
   *[little] tác động cùng nhau thêm không đáng kể
}
sensitivity-title-together = “{ $quantity }” ảnh hưởng nhiều nhất đến { $objective ->
    [long-term] lợi nhuận dài hạn
    [npv] NPV
    [revenue] doanh thu
    [customers] số khách hàng
   *[profit] lợi nhuận
}, nhưng chỉ cùng đại lượng khác; { $interaction ->
    [some] { $together } do các đại lượng cùng tác động
   *[little] tác động cùng nhau thêm không đáng kể
}
sensitivity-title-none = { $objective ->
    [long-term] Không đại lượng nào tự nó giải thích bất định của lợi nhuận dài hạn
    [npv] Không đại lượng nào tự nó giải thích bất định của NPV
    [revenue] Không đại lượng nào tự nó giải thích bất định của doanh thu
    [customers] Không đại lượng nào tự nó giải thích bất định của số khách hàng
   *[profit] Không đại lượng nào tự nó giải thích bất định của lợi nhuận
}

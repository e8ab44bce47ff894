# Đường biên ngân sách: biểu đồ cho thấy gì.
frontier-subtitle = { $objective ->
    [long-term] Lợi nhuận dài hạn của kế hoạch tốt nhất trong các ràng buộc
    [npv] NPV của kế hoạch tốt nhất trong các ràng buộc
    [revenue] Doanh thu của kế hoạch tốt nhất trong các ràng buộc
    [customers] Số khách hàng của kế hoạch tốt nhất trong các ràng buộc
   *[profit] Lợi nhuận của kế hoạch tốt nhất trong các ràng buộc
} theo ngân sách { $horizon }, { $currency }, { $spent ->
    [full] chi hết
   *[far] chi đến khi không còn lợi
}.
frontier-mean = trung bình dùng để tìm kiếm
frontier-median = mọi đại lượng ở trung vị

# Nhãn các điểm.
frontier-maximum = tối đa: { $value } với { $budget }
frontier-nothing = thêm 1 { $currency } không mang lại gì
frontier-today = kế hoạch hiện tại: { $value } với { $budget }
frontier-proposal = đề xuất: { $value } với { $budget }
frontier-gain = { $gain } so với hiện tại

# Tiêu đề.
frontier-title-loses = { $objective ->
    [long-term] Vượt { $budget } là lỗ: { $excess } cuối của ngân sách hiện tại làm mất { $lost } lợi nhuận dài hạn
    [npv] Vượt { $budget } là lỗ: { $excess } cuối của ngân sách hiện tại làm mất { $lost } NPV
    [revenue] Vượt { $budget } là lỗ: { $excess } cuối của ngân sách hiện tại làm mất { $lost } doanh thu
    [customers] Vượt { $budget } là lỗ: { $excess } cuối của ngân sách hiện tại làm mất { $lost } khách hàng
   *[profit] Vượt { $budget } là lỗ: { $excess } cuối của ngân sách hiện tại làm mất { $lost } lợi nhuận
}
frontier-title-kept = Vượt { $budget } chi thêm không mang lại gì: nên giữ lại { $excess } của ngân sách hiện tại
frontier-title-adds = { $objective ->
    [long-term] Ở ngân sách hiện tại, mỗi { $unit } chi thêm mang lại { $gain } lợi nhuận dài hạn; vượt { $budget } thì không còn
    [npv] Ở ngân sách hiện tại, mỗi { $unit } chi thêm mang lại { $gain } NPV; vượt { $budget } thì không còn
    [revenue] Ở ngân sách hiện tại, mỗi { $unit } chi thêm mang lại { $gain } doanh thu; vượt { $budget } thì không còn
    [customers] Ở ngân sách hiện tại, chi thêm { $unit } mang lại { $gain } khách hàng; vượt { $budget } thì không còn
   *[profit] Ở ngân sách hiện tại, mỗi { $unit } chi thêm mang lại { $gain } lợi nhuận; vượt { $budget } thì không còn
}
frontier-title-nothing = Vượt { $budget } chi thêm không mang lại gì
frontier-title-best = { $objective ->
    [long-term] Ngân sách hiện tại là tốt nhất: nhiều hơn hay ít hơn đều giảm lợi nhuận dài hạn
    [npv] Ngân sách hiện tại là tốt nhất: nhiều hơn hay ít hơn đều giảm NPV
    [revenue] Ngân sách hiện tại là tốt nhất: nhiều hơn hay ít hơn đều giảm doanh thu
    [customers] Ngân sách hiện tại là tốt nhất: nhiều hơn hay ít hơn đều giảm số khách hàng
   *[profit] Ngân sách hiện tại là tốt nhất: nhiều hơn hay ít hơn đều giảm lợi nhuận
}
frontier-title-most = { $objective ->
    [long-term] Mức lợi nhuận dài hạn cao nhất là { $value }, với ngân sách { $budget }
    [npv] Mức NPV cao nhất là { $value }, với ngân sách { $budget }
    [revenue] Mức doanh thu cao nhất là { $value }, với ngân sách { $budget }
    [customers] Số khách hàng cao nhất là { $value }, với ngân sách { $budget }
   *[profit] Mức lợi nhuận cao nhất là { $value }, với ngân sách { $budget }
}
frontier-title-one = Các ràng buộc chỉ cho phép một ngân sách: { $budget }
frontier-title-more-adds = { $objective ->
    [long-term] Chi nhiều hơn thì lợi nhuận dài hạn tăng, đến { $budget }: hiện mỗi { $unit } chi thêm mang lại { $gain }
    [npv] Chi nhiều hơn thì NPV tăng, đến { $budget }: hiện mỗi { $unit } chi thêm mang lại { $gain }
    [revenue] Chi nhiều hơn thì doanh thu tăng, đến { $budget }: hiện mỗi { $unit } chi thêm mang lại { $gain }
    [customers] Chi nhiều hơn thì số khách hàng tăng, đến { $budget }: hiện chi thêm { $unit } mang lại { $gain } khách hàng
   *[profit] Chi nhiều hơn thì lợi nhuận tăng, đến { $budget }: hiện mỗi { $unit } chi thêm mang lại { $gain }
}
frontier-title-more = { $objective ->
    [long-term] Chi nhiều hơn thì lợi nhuận dài hạn tăng, đến { $budget }
    [npv] Chi nhiều hơn thì NPV tăng, đến { $budget }
    [revenue] Chi nhiều hơn thì doanh thu tăng, đến { $budget }
    [customers] Chi nhiều hơn thì số khách hàng tăng, đến { $budget }
   *[profit] Chi nhiều hơn thì lợi nhuận tăng, đến { $budget }
}
frontier-title-less = { $objective ->
    [long-term] Chi ít hơn thì lợi nhuận dài hạn tăng, xuống đến { $budget }
    [npv] Chi ít hơn thì NPV tăng, xuống đến { $budget }
    [revenue] Chi ít hơn thì doanh thu tăng, xuống đến { $budget }
    [customers] Chi ít hơn thì số khách hàng tăng, xuống đến { $budget }
   *[profit] Chi ít hơn thì lợi nhuận tăng, xuống đến { $budget }
}

# Đường cong phản hồi: biểu đồ cho thấy gì, từng câu một.
response-subtitle = Lợi nhuận gộp mà kênh mang thêm trong { $horizon } theo mức chi trung bình mỗi { $period ->
    [day] ngày
    [month] tháng
    [quarter] quý
   *[week] tuần
}, { $currency }; mọi ô dùng cùng thang đo.
response-one-mark = ●{"\u00A0"}hiện tại.
response-both-marks = ●{"\u00A0"}hiện tại, ○{"\u00A0"}đề xuất.
response-lines = Nét liền: mức chi từng có; nét đứt: vượt ngoài. Đường xám: lợi nhuận gộp{"\u00A0"}={"\u00A0"}mức chi.
response-shades = Dải màu: 5/10 và 8/10 kịch bản.
response-largest = { $shown }/{ $all } kênh có mức chi lớn nhất.

# Phía trên ô của từng kênh: mức chi và hiệu quả, hiện tại và đề xuất.
response-spend = { $amounts }/{ $period ->
    [day] ngày
    [month] tháng
    [quarter] quý
   *[week] tuần
}
response-marginal = ROI cận biên { $rois }

# Tiêu đề.
response-title = Ở mức chi hiện tại, đồng chi thêm sinh lời cao nhất ở { $best } ({ $most }), thấp nhất ở { $worst } ({ $least })
response-title-one = Ở mức chi hiện tại, đồng chi thêm cho { $channel } sinh lời { $roi }
response-title-same = Ở mức chi hiện tại, đồng chi thêm sinh lời { $roi } ở mọi kênh
response-title-unknown = Hiệu quả của từng kênh theo mức chi

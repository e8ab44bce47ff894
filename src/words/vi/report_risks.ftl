# Những rủi ro có thể xảy ra.
risks-no-draws = Không có kịch bản nào được mô phỏng: chưa thể nêu khả năng thua lỗ.
risks-certain = Không có giả định nào bất định: dự báo cho một con số duy nhất ở mỗi chỉ số nên không có xác suất để nêu.
risks-loss = Thua lỗ
risks-loss-note = tần suất đề xuất không thu hồi được chi tiêu
risks-worse = Không hơn hiện tại
risks-worse-note = tần suất kế hoạch hiện tại cho kết quả không thua kém
risks-bad = Kịch bản xấu
risks-bad-note = cứ 20 kịch bản thì có 1 mang lại ít { $objective } hơn mức này
risks-cash = Tiền mặt cần có
risks-cash-note = điểm thấp nhất mà chi tiêu kéo lợi nhuận lũy kế xuống, theo trung vị; cứ 20 kịch bản thì có 1 cần ít nhất { $worst }
risks-cash-none = trong 19/20 kịch bản, chi tiêu không lúc nào kéo lợi nhuận lũy kế xuống dưới 0
risks-beyond = Chi tiêu cho { $channels } vượt ra ngoài khoảng từng quan sát được: ở đó đường cong chỉ là giả định.
risks-limit = { $kind ->
    [budget] Ngân sách đang kìm hãm kế hoạch: với { $to }, kết quả sẽ cao hơn { $gain }.
    [least] Một mức tối thiểu đang kìm hãm kế hoạch: nếu “{ $of }” có thể giảm xuống { $to } { $per }, kết quả sẽ cao hơn { $gain }.
    [most] Một mức tối đa đang kìm hãm kế hoạch: nếu “{ $of }” có thể tăng lên { $to } { $per }, kết quả sẽ cao hơn { $gain }.
    [least-total] Một mức tối thiểu đang kìm hãm kế hoạch: nếu tổng chi cho “{ $of }” có thể giảm xuống { $to }, kết quả sẽ cao hơn { $gain }.
    [most-total] Một mức tối đa đang kìm hãm kế hoạch: nếu tổng chi cho “{ $of }” có thể tăng lên { $to }, kết quả sẽ cao hơn { $gain }.
   *[other] Một giới hạn đang kìm hãm kế hoạch: nếu { $limit } là { $to }, kết quả sẽ cao hơn { $gain }.
}
risks-caption = Giả định làm thay đổi kết quả hiện tại nhiều nhất
risks-quantity = Giả định
risks-from-to = Từ phân vị 10 đến phân vị 90
risks-low = Kết quả ở mức thấp
risks-high = Kết quả ở mức cao
risks-switch = Kế hoạch hiện tại ngang bằng tại
risks-no-switch = không có mức nào
risks-knowledge = Biết chính xác mọi giả định trước khi quyết định sẽ có giá trị trung bình là { $all }; chỉ biết riêng “{ $quantity }” thì là { $one }.
risks-knowledge-test = Một phép thử tốn kém hơn mức đó là không đáng.
risks-knowledge-none = Biết chính xác mọi giả định trước khi quyết định sẽ có giá trị trung bình là { $all }: quyết định không phụ thuộc vào riêng giả định nào.
risks-knowledge-nothing = Biết rõ hơn các giả định cũng không làm thay đổi quyết định: giá trị gần như bằng không.

# Các giả định và nguồn.
assumptions-what = Mọi số liệu đã nhập, kèm khóa của chúng trong tệp dữ liệu đầu vào. Khoảng cho biết mức độ bất định của số liệu; trung vị là giá trị có một nửa số kịch bản nằm ở mỗi bên.
assumptions-without = { $count } số liệu chưa có nguồn.
assumptions-caption = Giả định
assumptions-key = Khóa
assumptions-value = Trung vị
assumptions-range = Khoảng
assumptions-source = Nguồn
assumptions-ninety = { $range } (9/10)
assumptions-eighty = { $range } (8/10)
assumptions-all = { $range } (luôn luôn)
assumptions-series = danh sách { $count } số liệu
assumptions-default = giá trị mặc định của chương trình
assumptions-set = đã thay đổi cho báo cáo này
assumptions-number = Số
assumptions-sources = Nguồn

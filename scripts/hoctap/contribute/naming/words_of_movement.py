"""The words of the movement: places, titles of learning, associations, funds, scholarships, learning centres.

Each line names a concept, or several at once, and the phrases that mean it; one that begins with a space belongs to
the line above.
"""

MOVEMENT = """
family: gia đình
household total: hộ trên địa bàn | hộ dân trên địa bàn | hộ gia đình trên địa bàn | hộ toàn xã
household: hộ | hộ dân | hộ gia đình | hộ trong thôn | hộ dân trong thôn | hộ gia đình trong thôn
clan: dòng họ | dòng tộc | chi họ | tộc họ | họ tộc | tộc
village: khu vực ấp | ấp khu vực | bon | plei | buôn bon | cấp thôn | cộng đồng cấp thôn | thôn | bản | ấp | khóm |
    khu phố | khối phố | tổ dân phố | xóm | buôn | khu dân cư | tiểu khu | làng | khối | sóc | phum | tổ | cấp thôn
    bản | thôn bản | thôn bản tổ dân phố | thôn tổ dân phố | khóm ấp | ấp khu phố | thôn khu phố | thôn xóm | bản tổ
    dân phố | xóm bản | thôn buôn | buôn làng | tổ nhân dân | khu vực dân cư | cụm dân cư | cấp thôn tổ dân phố | cấp
    thôn bản tổ dân phố
community: cộng đồng
commune: cấp xã | xã phường thị trấn | xã phường | xã thị trấn | xã | phường | thị trấn | đơn vị hành chính cấp xã |
    xã phường đặc khu | xã phường tt | cấp xã phường thị trấn | xã phường thị trấn đặc khu | đơn vị cấp xã | cơ sở xã
    phường thị trấn | đơn vị hành chính xã | ủy ban nhân dân xã
district-level: cấp huyện | cấp quận | cấp quận huyện | quận | huyện | huyện thị xã thành phố | huyện thành phố | các
    huyện thành phố | huyện thị thành phố | quận huyện | quận huyện thị xã | huyện thị | huyện thị thành | ủy ban nhân
    dân huyện
province-level: cấp tỉnh | tỉnh | ủy ban nhân dân tỉnh
agency: cơ quan | đơn vị | cơ quan đơn vị | cơ quan doanh nghiệp | đơn vị cơ quan | phòng ban
company: doanh nghiệp | công ty | nông trường | lâm trường | xí nghiệp | nông trường đội xí nghiệp
learning-family: gia đình học tập | hộ học tập | hộ gia đình học tập
learning-clan: dòng họ học tập | tộc họ học tập | họ tộc học tập | dòng tộc học tập | chi họ học tập
learning-community: cộng đồng học tập | thôn học tập | khu dân cư học tập | thôn tổ dân phố học tập | thôn bản học tập
    | thôn bản tổ dân phố học tập | thôn xóm học tập | khu phố học tập | ấp học tập | khóm ấp học tập | bản học tập |
    tổ dân phố học tập | xóm học tập | cộng đồng học tập thôn | cộng đồng học tập thôn bản
learning-unit: đơn vị học tập | cơ quan đơn vị học tập
learning-citizen: công dân học tập
studious-family: gia đình hiếu học
studious-clan: dòng họ hiếu học | dòng họ khuyến học
studious-community: cộng đồng khuyến học | khu dân cư hiếu học
learning-title: danh hiệu học tập | các danh hiệu học tập | mô hình học tập | danh hiệu mô hình học tập | gia đình
    dòng họ cộng đồng đơn vị học tập | mô hình gia đình dòng họ cộng đồng đơn vị
recognised learning-title: đạt danh hiệu học tập | đạt các danh hiệu học tập | được công nhận danh hiệu học tập | công
    nhận danh hiệu học tập | được công nhận các danh hiệu học tập | đạt mô hình học tập | đạt danh hiệu mô hình học
    tập
learning-model: mô hình
registered: đăng ký | đăng ký đầu năm | số đăng ký đầu năm | số đăng ký | đăng ký phấn đấu | đăng ký xây dựng | đã
    đăng ký | được đăng ký
of-registered: trên số đăng ký | đạt đăng ký | so với đăng ký | so với số đăng ký | trên đăng ký | trên tổng số đăng
    ký | công nhận đăng ký | được công nhận đăng ký | đạt so với đăng ký | số đạt số đăng ký | đạt trên đăng ký | số
    đạt trên số đăng ký | đạt so với số đăng ký | công nhận trên đăng ký | công nhận so với đăng ký | được công nhận
    so với đăng ký | công nhận trên số đăng ký | so với tổng số đăng ký | so đăng ký | so với số hộ đăng ký | trên số
    hộ đăng ký | trên tổng số hộ đăng ký | số công nhận so với số đăng ký | được công nhận trên số đăng ký | đạt tỷ lệ
    so với đăng ký | trong số đăng ký
recognised: đạt | công nhận | được công nhận | danh hiệu | đạt danh hiệu | được công nhận danh hiệu | đạt tiêu chí |
    kết quả công nhận | số công nhận | được xét công nhận | đã công nhận | đã được công nhận | có quyết định công nhận
    | quyết định công nhận | đạt chuẩn danh hiệu | số đạt | kết quả đạt | đạt được | giữ vững | kết quả xét công nhận
    | danh hiệu được công nhận | công nhận mới và công nhận lại | đạt yêu cầu | được cấp giấy công nhận
rate: tỷ lệ | % | phần trăm | tỷ lệ % | độ phủ | độ bao phủ | tỷ lệ phủ | tỷ lệ bao phủ | tỷ lệ phủ kín
member: hội viên | hội viên khuyến học | hội viên hội khuyến học | hội viên của hội khuyến học | tham gia hội | tham
    gia hội khuyến học
population: dân số | số dân | tổng dân số | so dân số | chiếm dân số | so với tổng dân số | trên tổng dân số | trên
    dân số | tổng số dân | so với số dân | trên số dân | so với dân số toàn huyện
increase: tăng thêm | tăng | tăng trong năm | phát triển thêm | tăng so với năm trước | tăng so với cùng kỳ | tăng so
    cùng kỳ | tăng so với cùng kỳ năm trước | tăng so với đầu năm | mức tăng so cùng kỳ | mức tăng
new: thành lập mới | mới thành lập | được thành lập mới | mới được thành lập | thành lập thêm | lập mới | mới kết nạp
    | kết nạp mới | kết nạp | phát triển mới | mới phát triển | mới | mới phát triển trong năm
branch: chi hội | chi hội khuyến học
group: tổ khuyến học | tổ hội khuyến học | tổ hội
committee: ban khuyến học
association committee: hội ban khuyến học | tổ chức hội ban khuyến học
commune association: hội khuyến học phường xã đặc khu | hội khuyến học phường xã thị trấn | hội khuyến học phường xã |
    hội cấp xã | hội khuyến học cấp xã | hội xã phường thị trấn | hội khuyến học xã phường thị trấn | hội khuyến học
    xã phường | hội khuyến học xã thị trấn | hội khuyến học xã | hội khuyến học phường | hội xã phường | hội cơ sở xã
    phường thị trấn | tổ chức hội cấp xã | hội khuyến học xã phường đặc khu | hội cơ sở cấp xã | hội khuyến học các xã
    phường | hội khuyến học cơ sở xã phường thị trấn | tổ chức hội khuyến học cấp xã | tổ chức hội xã phường thị trấn
    | hội cơ sở các xã thị trấn | hội cơ sở các xã | hội cơ sở các xã phường thị trấn | hội khuyến học cơ sở phường |
    hội khuyến học cơ sở xã | hội xã | hội phường | hội thị trấn | hội xã phường đặc khu | hội khuyến học thị trấn
association: hội khuyến học | tổ chức hội | tổ chức hội các cấp | hội khuyến học các cấp | tổ chức hội khuyến học | tổ
    chức hội khuyến học các cấp | số tổ chức hội | hội các cấp | tổ chức của hội
grassroots: cơ sở
fund: quỹ | quỹ khuyến học | quỹ khuyến học khuyến tài | quỹ khuyến học các cấp | quỹ hội
raised: vận động | vận động được | huy động | huy động được | thu được | xây dựng được | vận động xây dựng | vận động
    trong năm | vận động trong kỳ | kết quả vận động | xây dựng trong năm | xây dựng trong kỳ | thu | tổng thu | thu
    trong năm | thu trong kỳ | thu vào | số thu | vận động mới | gây quỹ | huy động trong năm | huy động trong kỳ |
    vận động được trong năm | đã vận động | tổng số thu | tổng thu trong năm | thu vận động | số vận động | kết quả
    huy động | thu từ vận động | được vận động | huy động nguồn lực | cộng thu | tổng cộng thu
on-hand: hiện có | số dư | hiện còn | dư | số dư cuối kỳ | còn dư | hiện có của | đang có | hiện nay có | hiện | cuối
    kỳ | cuối năm | tồn | tồn cuối kỳ | còn lại | còn | có đến | có đến cuối năm | có mặt | đến nay | đến cuối kỳ |
    đến cuối năm | có đến cuối kỳ | dư cuối kỳ | dư cuối năm | số tồn | tồn đến | dư đến | có đến nay | còn tồn | kết
    dư | kết dư cuối kỳ | sinh hoạt | đang sinh hoạt | hiện đang sinh hoạt | hiện đang có | tính đến cuối kỳ | lũy kế
    | tính đến thời điểm báo cáo | đến thời điểm báo cáo | tính đến nay | đến thời điểm hiện tại | cuối năm học | đến
    cuối năm học | đến ngày báo cáo | dư cuối năm học | tồn cuối năm học
spent: đã chi | chi | sử dụng | đã sử dụng | chi từ | tổng chi | tổng số chi | chi trong năm | chi trong kỳ | đã chi
    trong năm | đã chi trong kỳ | đã sử dụng trong năm | chi ra | số đã chi | tổng số chi trong năm | chi hoạt động
    khuyến học | tổng chi trong năm | cộng chi | tổng cộng chi
per-capita fund: mức quỹ bình quân | mức quỹ bình quân người | mức quỹ bình quân trên người dân | mức quỹ bình quân
    trên đầu người | bình quân quỹ trên đầu người dân | quỹ bình quân trên đầu người dân | bình quân quỹ đầu người |
    bình quân quỹ trên đầu người | bình quân quỹ người dân | mức quỹ bình quân đầu người | bình quân quỹ trên người
    dân | bình quân quỹ người | bình quân quỹ trên người | quỹ bình quân | quỹ bình quân đầu người | bình quân quỹ mỗi
    người dân | quỹ bình quân trên người | quỹ khuyến học bình quân đầu người | quỹ bình quân trên người dân | quỹ
    trên đầu người | quỹ trên người dân | quỹ đầu người | bình quân quỹ | mức bình quân quỹ trên người dân
per-capita: trên đầu người dân | bình quân trên đầu người dân | bình quân đầu người | bình quân người dân | bình quân
    trên đầu người | bình quân một người dân | bình quân trên người dân | bình quân mỗi người dân | trên đầu người |
    đầu người | bình quân người | bình quân trên người | bình quân một người | bình quân trên mỗi người dân | bình
    quân đ người dân | đầu dân | trên đầu dân | bình quân đầu dân
money: tiền | số tiền | kinh phí | chi phí | tổng chi phí | trị giá | giá trị | tổng giá trị | tổng trị giá | tổng số
    tiền | tổng tiền | tổng kinh phí | đồng | triệu đồng | thành tiền | giá trị tiền | tiền và hiện vật | tiền hiện
    vật | tiền mặt và hiện vật | giá trị tiền và hiện vật
in-kind: hiện vật
scholarship: học bổng | học bổng khuyến khích học tập
award-unit: suất | số suất | số phần | tổng số suất | số lượng suất
one-award: một suất | 01 suất | mỗi suất | mức | bình quân suất | 1 suất | mức suất | mức mỗi suất | bình quân 1 suất
    | mức một suất | giá trị suất | đơn giá suất | mức trên suất | mức hưởng suất | bình quân mỗi suất | bình quân một
    suất
reward: tôn vinh | vinh danh |
    khen thưởng học tập | được khen thưởng học tập | được tôn vinh | được tuyên dương | tuyên dương
    khen thưởng | được tuyên dương khen thưởng | biểu dương khen thưởng | thi đua khen thưởng | khen thưởng | được
    khen thưởng | thưởng | biểu dương | được biểu dương | tuyên dương | khen | tiêu biểu được biểu dương | tiêu biểu
    được khen thưởng | tiêu biểu được tuyên dương | tiêu biểu được khen | điển hình được biểu dương | điển hình được
    khen thưởng
turn: lượt | lượt người | số lượt | số lượt người | lượt người dự các lớp | lượt người dự lớp | lượt người tham gia
    các lớp
person: người | em | cá nhân | cháu | số người | đồng chí | người dân | người lớn | trẻ em | trẻ mồ côi | trẻ | người
    trưởng thành | công dân | người dân trong độ tuổi lao động | người trong độ tuổi lao động
collective: tập thể
reward-paper: giấy khen | bằng khen | giấy khen bằng khen | bằng khen giấy khen
achievement: thành tích | có thành tích | thành tích học tập | thành tích xuất sắc | có thành tích xuất sắc
supported: giúp | hỗ trợ | được hỗ trợ | giúp đỡ | được giúp đỡ | đỡ đầu | được đỡ đầu | nhận đỡ đầu | được nhận đỡ
    đầu | trợ giúp | hỗ trợ giúp đỡ | giúp đỡ hỗ trợ | được hỗ trợ giúp đỡ | đỡ đầu đi học | được đỡ đầu đi học | hỗ
    trợ đi học | được hỗ trợ đi học | giúp đỡ đi học
occasion: dịp tết | nhân dịp tết | trong dịp tết | dịp khai giảng | nhân dịp khai giảng | dịp đầu năm học | dịp năm
    học mới | nhân dịp năm học mới | dịp trung thu | dịp hè | khai giảng | lễ khai giảng | trung thu | đầu năm học |
    đầu năm học mới | năm học mới | trong hè | mùa hè | hè
given: trao | trao tặng | đã trao | tặng | cấp | đã cấp | cấp phát | đã phát | phát tặng | phát ra | đã phát ra |
    trao được | tặng được | cấp được
received: tiếp nhận | nhận | được phân bổ | phân bổ | cấp trên phân bổ | nhận từ trung ương hội | tỉnh hội phân bổ |
    do tỉnh hội phân bổ | do cấp trên phân bổ | hội cấp trên phân bổ | do hội cấp trên phân bổ | trung ương hội phân
    bổ | do trung ương hội phân bổ
donated: tài trợ | ủng hộ
central-association: trung ương hội | trung ương | trung ương hội khuyến học | trung ương hội khuyến học việt nam |
    hội khuyến học việt nam
donor: nhà tài trợ | nhà hảo tâm | mạnh thường quân | các nhà hảo tâm
bicycle: xe đạp | chiếc xe đạp | chiếc xe | số xe đạp | số xe
computer: bộ máy tính | máy tính | máy vi tính | bộ máy vi tính
gift: quà | phần thưởng | suất phần thưởng | quà tặng | phần quà | suất quà | món quà
medal: kỷ niệm chương | kỷ niệm chương khuyến học | kỷ niệm chương vì sự nghiệp khuyến học
piggy-bank: lợn nhựa | lợn tiết kiệm | heo tiết kiệm | heo nhựa | lợn đất khuyến học | nuôi lợn đất | con heo đất |
    con heo | heo đất | lợn đất | heo đất khuyến học | nuôi heo đất | số con | số heo | số heo đất | số con heo đất |
    con lợn nhựa | con lợn đất | con heo nhựa | mổ lợn | khui heo | khui heo đất | mổ heo đất | đập heo | đập heo đất
    | lợn nhựa tiết kiệm | heo đất được khui | con heo đất được khui
clc: trung tâm học tập cộng đồng | số trung tâm | hoạt động trung tâm học tập cộng đồng | hoạt động của trung tâm học
    tập cộng đồng | trung tâm học tập cộng đồng cấp xã | trung tâm học tập cộng đồng xã | trung tâm học tập cộng đồng
    xã phường | trung tâm học tập cộng đồng xã phường thị trấn
course: lớp | chuyên đề | lớp chuyên đề | lớp học chuyên đề | khóa | khóa học | số khóa | buổi chuyên đề | số lớp |
    lớp mở | số lớp mở | lớp đã mở | lớp học | lớp được mở | số lớp học | số chuyên đề | lớp và chuyên đề | số lớp đã
    mở | chuyên đề lớp học | buổi học chuyên đề
learner: người học | học viên | người tham gia học | người tham dự | người tham dự học | người dự học | người tham gia
    học tập | người học tập | số học viên | học viên tham gia | số người học | người theo học | học viên học | người
    học học | số người đang học | dự lớp | dự các lớp | học lớp | học các lớp |
    theo học lớp | theo học các lớp | tham gia lớp | tham gia các lớp
literacy: xóa mù chữ | xóa mù | xmc
literate: biết chữ | người biết chữ
age-15-60: 15 60 tuổi | 15 đến 60 | 15 60 | 15 đến 60 tuổi | từ 15 đến 60 tuổi | từ 15 60 tuổi | trong độ tuổi 15 60 |
    trong độ tuổi 15 đến 60 | độ tuổi 15 60 | nhóm 15 60 tuổi
age-15-35: 15 35 tuổi | 15 đến 35 | 15 35 | 15 đến 35 tuổi | từ 15 đến 35 tuổi | từ 15 35 tuổi | trong độ tuổi 15 35 |
    độ tuổi 15 35 | nhóm 15 35 tuổi
level-1: mức độ 1 | mức 1
level-2: mức độ 2 | mức 2
pupil: học sinh | con công nhân | con em công nhân | con công nhân lao động | con công nhân viên | con công nhân viên
    chức | con công nhân viên chức lao động | con em công nhân viên chức | con em công nhân viên chức lao động | học
    sinh học viên | học viên học sinh | con cháu đang đi học | con cháu đi học | con cháu đang theo học | cháu đang
    theo học | em đang theo học | cháu đang đi học | con em đang đi học | con cháu trong độ tuổi đi học
pupil student: học sinh sinh viên đang đi học | học sinh sinh viên đang theo học
child: thiếu nhi | thiếu niên nhi đồng | nhi đồng | thiếu niên
women pupil: nữ sinh
religious: cơ sở tôn giáo | cơ sở thờ tự | tổ chức tôn giáo | tôn giáo
student: sinh viên | sinh viên học viên | học viên sinh viên
dropout: bỏ học | học sinh bỏ học | hỗ trợ học sinh bỏ học | giúp học sinh bỏ học
returned: trở lại lớp | quay lại lớp | trở lại trường | ra lớp | được đưa trở lại lớp | đưa trở lại lớp | đưa trở lại
    trường | được đưa trở lại trường | được vận động trở lại lớp | được huy động trở lại lớp | huy động trở lại lớp |
    huy động ra lớp | được huy động ra lớp | vận động ra lớp | vận động trở lại lớp | đến lớp trở lại | trở lại trường
    lớp | quay lại trường | quay trở lại trường | trở lại đi học | quay trở lại lớp | đi học trở lại | ra lớp trở lại
    | đến trường trở lại | trở lại học | đi học lại
boarding: trường bán trú | trường học bán trú | trường phổ thông dân tộc bán trú
hard-area: vùng cao | vùng khó khăn | vùng đặc biệt khó khăn
school: trường | mạng lưới trường lớp | mạng lưới trường học | trường trung tâm | trường và trung tâm | cơ sở giáo dục
    | trường học | số trường học | nhà trường | trường mầm non phổ thông | cơ sở trường học
rated-fair: xếp loại từ khá trở lên | xếp loại khá trở lên | loại khá trở lên | đạt loại khá trở lên | đạt khá trở lên
    | khá trở lên | từ khá trở lên | loại khá tốt | đạt loại khá tốt | xếp loại khá tốt | được đánh giá khá tốt | đánh
    giá khá trở lên
opening year-start: đầu năm
opening: đầu kỳ | năm trước chuyển
    sang | kỳ trước chuyển sang | năm trước | kỳ trước | chuyển sang | dư đầu kỳ | dư đầu năm | tồn đầu kỳ | tồn đầu
    năm | số dư đầu kỳ | số dư đầu năm | cùng kỳ năm trước
new member: hội viên phát triển | hội viên phát triển trong năm | hội viên phát triển trong kỳ | phát triển hội viên
    mới | hội viên mới phát triển | hội viên được kết nạp
population member: người dân tham gia hội | người dân tham gia hội khuyến học | dân số tham gia hội | dân số tham gia
    hội khuyến học | dân tham gia hội | người dân là hội viên
rate population: chiếm tỷ lệ so với dân số | % dân số | % so dân số | % so với dân số | chiếm % dân số | chiếm tỷ lệ %
    dân số | đạt % so với dân số | đạt % dân số | đạt % so dân số | chiếm tỷ lệ dân số | đạt tỷ lệ % dân số | đạt tỷ
    lệ dân số
school agency: cơ quan trường học | cơ quan đơn vị trường học | trường học cơ quan
grassroots association: cơ sở hội | hội khuyến học cơ sở | hội cơ sở | tổ chức hội cơ sở | tổ chức cơ sở hội | đơn vị
    hội cơ sở
district-level association: hội cấp huyện | hội khuyến học cấp huyện | hội khuyến học huyện | hội khuyến học huyện thị
    xã thành phố | hội khuyến học huyện thành phố | hội khuyến học quận huyện | hội huyện thị xã thành phố | huyện hội
    | hội khuyến học các huyện thành phố
fund raised: vận động xây dựng quỹ | vận động quỹ | thu quỹ | tổng thu quỹ | số quỹ vận động | số quỹ vận động được |
    quỹ xây dựng được | tổng thu quỹ khuyến học
fund on-hand: tồn quỹ | dư quỹ | số dư quỹ | quỹ tồn | quỹ còn lại | quỹ còn dư | tồn quỹ cuối kỳ | tồn quỹ cuối năm |
    dư quỹ cuối kỳ | dư quỹ cuối năm | quỹ dư | số dư quỹ khuyến học | quỹ tồn cuối kỳ | tồn quỹ khuyến học | tồn quỹ
    đến | dư quỹ đến | kết dư quỹ | tồn quỹ hiện có
fund spent: chi quỹ | tổng chi quỹ | chi từ quỹ | quỹ đã chi | quỹ đã sử dụng | sử dụng quỹ | chi quỹ khuyến học
scholarship award-unit: số học bổng | số lượng học bổng | số học bổng trao | tổng số học bổng | số suất học bổng | số
    học bổng trao tặng
turn learner: lượt người học | lượt học viên | lượt người tham gia | lượt người tham dự | lượt người học tập | lượt
    người dự học | lượt người tham gia học tập | lượt người tham dự học tập | lượt người tham gia học | lượt học |
    lượt người dự các lớp chuyên đề | lượt người dự lớp chuyên đề | lượt người tham gia các lớp chuyên đề
average: bình quân | trung bình
good: giỏi | xuất sắc | học giỏi | học tốt
total: tổng số | tổng | tổng cộng
needy: hoàn cảnh khó khăn | khó khăn | nghèo | vượt khó | mồ côi | cận nghèo | nghèo vượt khó
household needy: hộ nghèo | hộ cận nghèo | hộ nghèo cận nghèo | hộ khó khăn
assessed: được đánh giá | số được đánh giá | đã đánh giá
association-staff: cán bộ hội | cán bộ hội khuyến học | cán bộ khuyến học | cán bộ làm công tác khuyến học
founded: thành lập | đã thành lập | được thành lập | kiện toàn | đã kiện toàn | thành lập kiện toàn | đã thành lập
    kiện toàn | lập | đã lập
exemplary: tiêu biểu
launching: phát động | phát động đóng góp | phát động góp | phát động xây dựng | phát động hội viên góp | phát động
    hội viên đóng góp | phát động hội viên đóng
wage-days: ngày lương | số ngày lương
contributed: đóng góp | góp | đóng | mức đóng góp | mức góp
completed: đã hoàn thành
children-works: công trình vì đàn em | công trình vì đàn em thân yêu
graded: xếp loại
"""

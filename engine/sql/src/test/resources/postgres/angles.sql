select asinh(1), acosh(2), atanh(0.5), sind(30), cosd(60), tand(45), cotd(45), asind(0.5), acosd(0.5), atand(1), atan2d(1,1);
select x, sind(x), cosd(x), tand(x), asind(x/1000), acosd(x/1000), atand(x), asinh(x), acosh(abs(x)+1), atanh(x/1000) from (values (-720),(-361.5),(-270),(-180),(-91),(-45),(-30),(0),(1),(15),(29.9),(60),(89),(90),(120),(135),(180),(270),(359)) v(x);
select cotd(0), cotd(180), cotd(-45), tand(90), tand(-90), tand(270);

<?php
return pair(over(curl_init()));

<?php
// Stands for the application: makes one call and tells what the test wants to know.
try {
    infusionsoft_contact_find('ann@example.com');
    $said = 'called';
} catch (Throwable $thrown) {
    $said = $thrown->getMessage();
}
$status = infusionsoft_token_status();
echo json_encode(['said' => $said, 'state' => $status['state'], 'attention' => $status['attention'], 'user' => posix_geteuid()]);

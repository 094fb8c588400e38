<?php

use App\Http\Controllers\ImportController;
use App\Http\Controllers\KeapController;
use Illuminate\Support\Facades\Route;

Route::redirect('/', '/signup');
Route::view('/signup', 'signup')->name('signup');
Route::post('/signup', [KeapController::class, 'signUp']);

// Answers 200 while sign-ups can reach Keap, and 503 when a person must do something.
Route::get('/keap/health', [KeapController::class, 'health'])->name('keap.health');

// A user who can open these pages decides which Keap account gets the customers. The gate is in AppServiceProvider.
// Put 'auth' before it once the application has a login.
Route::middleware('can:connect-keap')->prefix('keap')->name('keap.')->controller(KeapController::class)->group(function () {
    Route::get('/status', 'status')->name('status');
    Route::get('/connect', 'connect')->name('connect');
    Route::get('/callback', 'callback')->name('callback');
});

// Contacts from a CSV file: for the same users.
Route::middleware('can:connect-keap')->prefix('keap/import')->name('keap.import')->whereUuid('id')->controller(ImportController::class)->group(function () {
    Route::get('/', 'index');
    Route::post('/', 'upload');
    Route::get('/{id}', 'show')->name('.show');
    Route::post('/{id}', 'start');
    Route::post('/{id}/resume', 'resume')->name('.resume');
    Route::get('/{id}/rows-not-imported.csv', 'failures')->name('.failures');
});

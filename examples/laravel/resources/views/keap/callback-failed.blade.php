{{-- Keap has sent the administrator back, and the account was not connected. --}}
@extends('keap.layout')
@section('title', 'Keap was not connected')
@section('content')
    <h1 class="error">Keap was not connected</h1>
    <p role="alert" id="problem">{{ $why }}</p>
    <p>{{ $todo }}</p>
    @if ($details !== null)
        <details><summary>Details</summary>{{ $details }}</details>
    @endif
    <p class="actions">
        <a class="button" href="{{ route('keap.connect') }}">Connect Keap</a>
        <a class="button second" href="{{ route('keap.status') }}">Status of Keap</a>
    </p>
@endsection

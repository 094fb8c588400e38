@extends('keap.layout')
@section('title', ($errors->any() ? 'Error: ' : '').'Import contacts')
@section('width', 'wide')
@section('content')
    <h1>Import contacts</h1>
    <p>From a CSV file of at most {{ $limit }}. Its first line names the columns. You see the file before anything is sent to Keap.</p>

    <form method="post" action="{{ route('keap.import') }}" enctype="multipart/form-data">
        @csrf
        <label for="file">CSV file</label>
        <input id="file" name="file" type="file" accept=".csv,text/csv" required @error('file') aria-invalid="true" aria-describedby="file-error" @enderror>
        @error('file') <span class="error" id="file-error">{{ $message }}</span> @enderror
        <p class="actions">
            <button class="button">Upload</button>
            <a class="button second" href="{{ route('keap.status') }}">Status of Keap</a>
        </p>
    </form>

    @if ($imports !== [])
        <h2>Imports</h2>
        <table>
            <thead><tr><th scope="col">File</th><th scope="col" class="number">Rows done</th></tr></thead>
            @foreach ($imports as $import)
                <tr>
                    <td><a href="{{ route('keap.import.show', $import->id) }}">{{ $import->about('name') }}</a><br><span class="quiet">{{ now()->setTimestamp($import->about('begun'))->diffForHumans() }}</span></td>
                    <td class="number">{{ $import->about('fields') === null ? 'not started' : $import->count().' of '.$import->about('rows') }}</td>
                </tr>
            @endforeach
        </table>
    @endif
@endsection

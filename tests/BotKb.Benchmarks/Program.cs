using System.CommandLine;
using BotKb.Benchmarks;
using BotKb.Benchmarks.Busy;
using BotKb.Benchmarks.Extraction;
using BotKb.Benchmarks.Micro;
using BotKb.Benchmarks.Scale;

var data = new Option<string>("--data") { Description = "The folder with the public data sets.", Required = true };
var runs = new Option<int>("--runs") { DefaultValueFactory = _ => 3 };

var files = new Option<int>("--files") { DefaultValueFactory = _ => 500 };
var bytes = new Option<int>("--bytes") { DefaultValueFactory = _ => 6_000 };
var indexing = new Command("indexing", "Text files on disk until they are parsed, chunked, indexed, durable and found.") { data, runs, files, bytes };
indexing.SetAction((line, token) => IndexingBenchmark.RunAsync(
    line.GetRequiredValue(data), line.GetValue(files), line.GetValue(bytes), line.GetValue(runs), token));

var chunks = new Option<int>("--chunks") { DefaultValueFactory = _ => 10_000 };
var search = new Command("search", "Searches and answers through the product: catch-up, search, fetch with permissions.") { data, runs, chunks };
search.SetAction((line, token) => SearchBenchmark.RunAsync(line.GetRequiredValue(data), line.GetValue(chunks), line.GetValue(runs), token));

var conversations = new Option<int>("--conversations") { DefaultValueFactory = _ => 50 };
var minutes = new Option<double>("--minutes") { DefaultValueFactory = _ => 10 };
var chat = new Command("chat", "Questions through a served host: first words, last words, many conversations at once.") { data, chunks, conversations, minutes };
chat.SetAction((line, token) => ChatBenchmark.RunAsync(
    line.GetRequiredValue(data), line.GetValue(chunks), line.GetValue(conversations), line.GetValue(minutes), token));

var documents = new Option<int>("--documents") { DefaultValueFactory = _ => 10_000 };
var openings = new Option<int>("--openings") { DefaultValueFactory = _ => 5 };
var pages = new Command("pages", "The console's pages in the browser of infra/browser.sh: first paint, content, live changes.") { documents, openings };
pages.SetAction((line, token) => PagesBenchmark.RunAsync(line.GetValue(documents), line.GetValue(openings), token));

var target = new Option<string?>("--target") { Description = "One parser; without it, all." };
var seed = new Option<int?>("--seed");
var fuzz = new Command("fuzz", "Damaged and hostile input for every parser of outside input.") { target, minutes, seed };
fuzz.SetAction((line, token) => FuzzBenchmark.RunAsync(line.GetValue(target), line.GetValue(minutes), line.GetValue(seed), token));

var filter = new Option<string>("--filter") { DefaultValueFactory = _ => "*" };
var micro = new Command("micro", "BenchmarkDotNet over the hot pure parts: analysis, segment search, chunker, reply splitting.") { data, filter };
micro.SetAction(line => MicroBenchmarks.Run(line.GetRequiredValue(data), line.GetValue(filter)!));

var many = new Option<int>("--chunks") { DefaultValueFactory = _ => 100_000 };
var state = new Option<string?>("--state") { Description = "A folder that keeps the database for the next run; without it, none is kept." };
var dense = new Option<int>("--dense") { Description = "Adds vectors of so many numbers, such as 384; 0 searches by words alone." };
var scale = new Command("scale", "A generated corpus of a company's size and four readers: start, memory, searches.") { data, many, runs, state, dense };
scale.SetAction((line, token) => ScaleBenchmark.RunAsync(
    line.GetRequiredValue(data), line.GetValue(many), line.GetValue(runs), line.GetValue(state), line.GetValue(dense), token));

var kb = new Option<long>("--kb") { Required = true };
var scaleHost = new Command(ScaleBenchmark.HostCommand, "The process that scale measures in.") { data, kb, runs, dense };
scaleHost.Hidden = true;
scaleHost.SetAction((line, token) => ScaleHost.RunAsync(line.GetRequiredValue(data), line.GetValue(kb), line.GetValue(runs), line.GetValue(dense), token));

var extraction = new Command("extraction", "Word and PDF files a second through the workers that read files, nothing else.") { data, runs };
extraction.SetAction((line, token) => ExtractionBenchmark.RunAsync(line.GetRequiredValue(data), line.GetValue(runs), token));

var unread = new Option<int>("--files") { DefaultValueFactory = _ => 10_000 };
var busy = new Command("busy", "Answers at 5 questions a second, idle and while files are indexed.") { data, unread };
busy.SetAction((line, token) => BusyBenchmark.RunAsync(line.GetRequiredValue(data), line.GetValue(unread), token));

var root = new RootCommand("Whole-system measurements of BotKb.")
{
    indexing, search, chat, pages, micro, scale, scaleHost, extraction, busy, fuzz,
};
return await root.Parse(args).InvokeAsync();

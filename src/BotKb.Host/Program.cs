Console.WriteLine("botkb");

// What the reference implementation of HCL 2 makes of our inputs. See README.md.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == "fixtures" {
		fail(writeFixtures(os.Args[2]))
		return
	}
	if (len(os.Args) == 3 || len(os.Args) == 4) && os.Args[1] == "mod" {
		variables := ""
		if len(os.Args) == 4 {
			variables = os.Args[3]
		}
		fail(printMod(os.Args[2], variables))
		return
	}
	fmt.Fprintln(os.Stderr, "usage: reference fixtures <folder> | mod <folder> [<file of variable values>]")
	os.Exit(2)
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

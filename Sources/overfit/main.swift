print("Overfit")
